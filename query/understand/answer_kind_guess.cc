// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/answer_kind_guess.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vraagbaak::query {

namespace {

// How far each word's say reaches beside that of the others.
constexpr double kSureShare = 1.0;
constexpr double kAskShare = 0.5;
constexpr double kHintShare = 0.3;
constexpr double kLaterHeadShare = 0.25;
constexpr double kAnythingShare = 0.15;
// Only a question word near the beginning opens a question: "in hoeveel", "over welke".
constexpr std::size_t kNearTheBeginning = 4;
// The head of "welk …" and "hoe groot is het …" stands within as many words, the noun of a look-up too.
constexpr std::size_t kHeadReach = 6;
constexpr std::size_t kNounReach = 4;
constexpr std::size_t kEnglishNounReach = 4;
// A question phrase that is this sure of its kind needs no head.
constexpr double kSureKind = 0.7;

KindWeights make_kinds(std::initializer_list<std::pair<AnswerKind, double>> weights) {
  KindWeights kinds;
  for (const auto& [kind, weight] : weights) kinds[kind] = weight;
  return kinds;
}

// A look-up without any hint: what people look up, roughly.
KindWeights unknown_kind() {
  return make_kinds({{AnswerKind::count, 0.27},
                     {AnswerKind::money, 0.22},
                     {AnswerKind::percentage, 0.12},
                     {AnswerKind::date, 0.1},
                     {AnswerKind::text, 0.11},
                     {AnswerKind::number, 0.04},
                     {AnswerKind::period, 0.02},
                     {AnswerKind::area, 0.01},
                     {AnswerKind::person, 0.03},
                     {AnswerKind::organisation, 0.04},
                     {AnswerKind::place, 0.02},
                     {AnswerKind::list, 0.04}});
}

// Things of which a look-up says what happened to them or when are counted, or their share told; of others
// their names may be wanted.
KindWeights counted_things(bool is_event) {
  return is_event ? make_kinds({{AnswerKind::count, 0.72},
                                {AnswerKind::percentage, 0.14},
                                {AnswerKind::list, 0.09},
                                {AnswerKind::money, 0.05}})
                  : make_kinds({{AnswerKind::count, 0.5},
                                {AnswerKind::list, 0.32},
                                {AnswerKind::percentage, 0.1},
                                {AnswerKind::money, 0.08}});
}

// "hoe vol", "how safe": to what degree.
KindWeights degree() {
  return make_kinds({{AnswerKind::percentage, 0.3},
                     {AnswerKind::number, 0.25},
                     {AnswerKind::text, 0.25},
                     {AnswerKind::count, 0.1},
                     {AnswerKind::money, 0.1}});
}

// A share may be told in words: "een derde", "vier op tien".
void add_ratio(KindWeights& kinds) {
  constexpr double kRatioPart = 0.3;
  kinds[AnswerKind::ratio] = std::max(kinds[AnswerKind::ratio], kRatioPart * kinds[AnswerKind::percentage]);
}

double surest(const KindWeights& kinds) {
  return kinds[kinds.likeliest()];
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A plural by its ending; good enough for nouns that follow "hoeveel" or open a look-up.
bool looks_plural(std::string_view word, bool is_english) {
  if (is_english) return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  if (word.ends_with("'s")) return true;
  for (const std::string_view learned : {"ntra", "sea", "ria"}) {  // centra, musea, criteria
    if (word.ends_with(learned)) return true;
  }
  if (word.ends_with("is") || word.ends_with("us")) return false;  // gevangenis, cursus
  return word.size() > 4 && (word.ends_with("en") || (word.ends_with('s') && !word.ends_with("ss")));
}

// "Europees", "sociaal", "elektrisch": without the ending of most.
bool is_bare_adjective(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kEndings{"ees", "aams", "aals", "isch", "iaal",
                                                            "eel", "lijk", "baar", "itaal"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

bool looks_like_adjective(std::string_view word, bool is_english) {
  if (is_english)
    return word.ends_with("al") || word.ends_with("ive") || word.ends_with("ous") || word.ends_with("ed");
  return word.size() > 3 && (word.ends_with('e') || is_bare_adjective(word));
}

// Function words that may stand between "hoeveel" and the noun.
bool is_between(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords{"andere", "overige",   "meer", "verschillende",
                                                          "other",  "different", "more", "extra"};
  return std::ranges::find(kWords, word) != kWords.end();
}

// Plurals that are amounts of money, not things to count.
bool is_mass_plural(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kEndings{"middelen",  "kosten",      "uitgaven",
                                                            "inkomsten", "ontvangsten", "opbrengsten",
                                                            "kredieten", "gelden",      "lasten"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// Past participles by their form: "afgeschaft", "verkocht", "granted".
bool looks_like_participle(std::string_view word, bool is_english) {
  constexpr std::size_t kShortest = 6;
  if (word.size() < kShortest) return false;
  if (is_english) return word.ends_with("ed");
  const bool has_ending = word.ends_with('d') || word.ends_with('t') || word.ends_with("en");
  if (!has_ending) return false;
  static constexpr std::array<std::string_view, 12> kParticles{"",     "aan", "af",    "in",   "uit", "op",
                                                               "door", "toe", "terug", "over", "weg", "bij"};
  for (const std::string_view particle : kParticles) {
    if (word.starts_with(particle) && word.substr(particle.size()).starts_with("ge")) return true;
  }
  const bool is_prefixed = word.starts_with("ver") || word.starts_with("be") || word.starts_with("ont");
  return is_prefixed && !word.ends_with("en") && !word.ends_with("heid");
}

// A finite verb by its form, behind "hoe": "verloopt", "reageerde"; adjectives there are short ("vol").
bool looks_like_verb(std::string_view word, bool is_english) {
  if (is_english) return word.ends_with('s') || word.ends_with("ed");
  static constexpr std::array<std::string_view, 5> kEndings{"t", "en", "de", "te", "den"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// "is", "waren", "was": behind "wat" the noun that is asked follows.
bool is_copula(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kForms{"is",  "zijn", "was",     "waren",    "bedraagt",
                                                           "are", "were", "bedroeg", "bedragen", "werd"};
  return std::ranges::find(kForms, word) != kForms.end();
}

// Words that also begin a relative clause: "gemeenten waar …", "insurers who …".
bool may_be_relative(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kWords{"waar", "wie", "where", "who", "which", "when"};
  return std::ranges::find(kWords, word) != kWords.end();
}

struct ListNumber {
  std::string_view word;
  int value;
};
constexpr std::array kListNumbers{ListNumber{"twee", 2},  ListNumber{"drie", 3},  ListNumber{"vier", 4},
                                  ListNumber{"vijf", 5},  ListNumber{"zes", 6},   ListNumber{"zeven", 7},
                                  ListNumber{"acht", 8},  ListNumber{"negen", 9}, ListNumber{"tien", 10},
                                  ListNumber{"two", 2},   ListNumber{"three", 3}, ListNumber{"four", 4},
                                  ListNumber{"five", 5},  ListNumber{"six", 6},   ListNumber{"seven", 7},
                                  ListNumber{"eight", 8}, ListNumber{"nine", 9},  ListNumber{"ten", 10}};

std::optional<int> list_number(std::string_view word) {
  const auto at = std::ranges::find(kListNumbers, word, &ListNumber::word);
  if (at == kListNumbers.end()) return std::nullopt;
  return at->value;
}

bool is_generic_ask(std::string_view first_word) {
  return first_word == "welk" || first_word == "welke" || first_word == "wat" || first_word == "hoe" ||
         first_word == "which" || first_word == "what" || first_word == "how";
}

// Reads the words of one question; fills `guess`.
class Guesser {
 public:
  Guesser(std::span<const std::string> words, const std::vector<bool>& is_name,
          const QuestionWords& question_words, const analysis::StopWords& stop_words, bool is_english)
      : words_(words),
        is_name_(is_name),
        question_words_(question_words),
        stop_words_(stop_words),
        is_english_(is_english) {
    guess_.is_consumed.assign(words.size(), false);
  }

  AnswerKindGuess guess();

 private:
  bool is_stop(std::size_t i) const {
    return stop_words_.contains(words_[i], is_english_ ? analysis::Language::en : analysis::Language::nl);
  }
  const QuestionWord* known(std::size_t i) const {
    return i < words_.size() ? question_words_.find(words_[i]) : nullptr;
  }
  bool is_head(std::size_t i) const {
    return known(i) != nullptr &&
           (known(i)->role == QuestionWordRole::head || known(i)->role == QuestionWordRole::kind);
  }
  bool has_role(std::size_t i, QuestionWordRole role) const {
    return known(i) != nullptr && known(i)->role == role;
  }
  bool is_noun(std::size_t i) const { return has_role(i, QuestionWordRole::noun); }
  bool names_event() const;
  std::optional<QuestionWords::Ask> find_ask(std::size_t& at) const;
  // The noun that begins at `from`, over adjectives; words_.size() where none does.
  std::size_t noun_from(std::size_t from) const;
  // The first head in [from, to) that `takes`.
  template <typename Takes>
  std::optional<std::size_t> first_head(std::size_t from, std::size_t to, Takes takes) const;
  bool is_source(std::size_t i) const;

  void read_quantity(std::size_t after, const KindWeights& asked, bool counts_only);
  void read_which(std::size_t after, const KindWeights& asked);
  void read_look_up();
  bool asks_per_number() const;

  std::span<const std::string> words_;
  const std::vector<bool>& is_name_;
  const QuestionWords& question_words_;
  const analysis::StopWords& stop_words_;
  bool is_english_;
  AnswerKindGuess guess_;
};

std::size_t Guesser::noun_from(std::size_t from) const {
  // English puts nouns before a noun: "sharing-economy platforms".
  for (std::size_t i = from;
       is_english_ && i < std::min(from + kEnglishNounReach, words_.size()) && !is_stop(i); ++i) {
    if (looks_plural(words_[i], true)) return i;
  }
  std::size_t noun = from;
  const auto is_before_noun = [this](std::size_t i) {
    if (is_between(words_[i])) return true;
    const bool is_plural = looks_plural(words_[i], is_english_) && !is_bare_adjective(words_[i]);
    return known(i) == nullptr && !is_plural && looks_like_adjective(words_[i], is_english_) && !is_stop(i);
  };
  while (noun + 1 < words_.size() && noun < from + 3 && is_before_noun(noun)) ++noun;
  return noun;
}

// True where a look-up says when something happened, or what was done to it.
bool Guesser::names_event() const {
  for (const std::string& word : words_) {
    if (word.size() == 4 && std::ranges::all_of(word, is_digit)) return true;
    if (looks_like_participle(word, is_english_)) return true;
  }
  return false;
}

// The question phrase: near the beginning, or where a look-up ends with one ("… indienen bij wie"); `at` is
// where it begins, words_.size() where there is none.
std::optional<QuestionWords::Ask> Guesser::find_ask(std::size_t& at) const {
  constexpr std::size_t kNearTheEnd = 2;
  for (at = 0; at < std::min(words_.size(), kNearTheBeginning); ++at) {
    const auto ask = question_words_.ask_at(words_.subspan(at));
    const bool is_relative = at > 0 && may_be_relative(words_[at]) && !is_stop(at - 1) && !is_name_[at - 1];
    if (ask && !is_relative) return ask;
  }
  for (at = std::max(kNearTheBeginning, words_.size() - std::min(words_.size(), kNearTheEnd));
       at < words_.size(); ++at) {
    if (const auto ask = question_words_.ask_at(words_.subspan(at))) return ask;
  }
  at = words_.size();
  return std::nullopt;
}

// Who says so is not what is asked: "volgens de minister", "according to the director".
bool Guesser::is_source(std::size_t i) const {
  if (i > 0 && (words_[i - 1] == "volgens")) return true;
  if (i > 1 && words_[i - 2] == "volgens" && is_stop(i - 1)) return true;
  return i > 1 && ((words_[i - 2] == "according" && words_[i - 1] == "to") ||
                   (i > 2 && words_[i - 3] == "according" && words_[i - 2] == "to" && is_stop(i - 1)));
}

template <typename Takes>
std::optional<std::size_t> Guesser::first_head(std::size_t from, std::size_t to, Takes takes) const {
  for (std::size_t i = from; i < std::min(to, words_.size()); ++i) {
    if (!is_source(i) && takes(i)) return i;
  }
  return std::nullopt;
}

// "hoeveel …", "how many …": what follows decides whether things are counted or money is meant.
void Guesser::read_quantity(std::size_t after, const KindWeights& asked, bool counts_only) {
  const std::size_t noun = noun_from(after);
  const bool is_noun = noun < words_.size() && !is_stop(noun);
  if (is_noun && has_role(noun, QuestionWordRole::unit)) {
    guess_.kinds.add(known(noun)->kinds, kSureShare);
    guess_.counted = noun;
    return;
  }
  // "hoeveel boetes": counted, though a fine is money; "hoeveel middelen" is not.
  const bool is_counted_head =
      !is_english_ && is_noun && looks_plural(words_[noun], false) && !is_mass_plural(words_[noun]);
  if (is_noun && is_head(noun) && !counts_only) {
    guess_.kinds.add(known(noun)->kinds, is_counted_head ? kHintShare : kSureShare);
    guess_.kinds.add(is_counted_head ? make_kinds({{AnswerKind::count, 1}}) : asked,
                     is_counted_head ? kSureShare : kAskShare);
    guess_.counted = noun;
    return;
  }
  if (is_noun && (counts_only || (!is_english_ && looks_plural(words_[noun], false)))) {
    // How many of them may be told as a share: "56 % van hen".
    guess_.kinds.add(make_kinds({{AnswerKind::count, 0.92}, {AnswerKind::percentage, 0.08}}), kSureShare);
    guess_.kinds.add(asked, kHintShare);
    guess_.counted = noun;
    return;
  }
  // "how much butadiene": a weight or volume as well as money.
  const bool is_substance = is_english_ && is_noun && known(noun) == nullptr && !is_name_[noun];
  if (is_substance)
    guess_.kinds.add(make_kinds({{AnswerKind::number, 0.6}, {AnswerKind::count, 0.4}}), kAskShare);
  guess_.kinds.add(asked, is_english_ ? kSureShare : kHintShare);
  if (const auto head = first_head(after, words_.size(), [this](std::size_t i) {
        return is_head(i) && known(i)->kinds.likeliest() <= AnswerKind::area;
      })) {
    guess_.kinds.add(known(*head)->kinds, kSureShare);
  } else {
    // Without a noun in the plural it is an amount, a share or a weight, volume …: "hoeveel
    // ontwikkelingshulp", "hoeveel was … nodig", "hoeveel aardgas".
    guess_.kinds.add(make_kinds({{AnswerKind::money, 0.5},
                                 {AnswerKind::percentage, 0.2},
                                 {AnswerKind::number, 0.2},
                                 {AnswerKind::count, 0.1}}),
                     kAskShare);
  }
}

// "welk …", "what is the …": the noun decides.
void Guesser::read_which(std::size_t after, const KindWeights& asked) {
  // "wat wil de minister": what stands behind another verb is not what is asked.
  const std::string_view opening = words_[after - 1];
  const bool is_what = opening == "wat" || opening == "what";
  const bool takes_any = !is_what || (after < words_.size() && is_copula(words_[after]));
  const auto head = first_head(after, after + (takes_any ? kHeadReach : 1),
                               [this](std::size_t i) { return is_head(i) || is_noun(i); });
  const std::size_t noun = noun_from(after);
  const bool is_noun = noun < words_.size() && !is_stop(noun);
  if (head && *head <= std::max(noun, after + 2)) {
    guess_.kinds.add(known(*head)->kinds, kSureShare);
    guess_.kinds.add(asked, kHintShare / 2);
    return;
  }
  if (head) guess_.kinds.add(known(*head)->kinds, kAskShare);
  guess_.kinds.add(asked, kAskShare);
  const std::string_view first = words_[after - 1];
  if (is_noun && (first == "welke" || first == "welk" || first == "which")) {
    guess_.kinds.add(looks_plural(words_[noun], is_english_)
                         ? make_kinds({{AnswerKind::list, 0.9}, {AnswerKind::text, 0.1}})
                         : make_kinds({{AnswerKind::organisation, 0.35},
                                       {AnswerKind::place, 0.3},
                                       {AnswerKind::text, 0.2},
                                       {AnswerKind::person, 0.15}}),
                     kSureShare);
  }
}

void Guesser::read_look_up() {
  // The noun that is counted or listed: the first plural among the first words, names aside.
  std::optional<std::size_t> plural;
  for (std::size_t i = 0; i < std::min(words_.size(), kNounReach) && !plural; ++i) {
    if (is_head(i)) break;
    if (!is_name_[i] && !is_stop(i) && (known(i) == nullptr || is_noun(i)) &&
        looks_plural(words_[i], is_english_))
      plural = i;
  }
  double share = kSureShare;
  if (plural) {
    guess_.counted = plural;
    std::size_t years = 0;
    for (const std::string& word : words_) {
      if (word.size() == 4 && std::ranges::all_of(word, is_digit)) ++years;
    }
    const bool is_list = guess_.list_size || years > 1;
    guess_.kinds.add(is_list ? make_kinds({{AnswerKind::list, 0.8}, {AnswerKind::count, 0.2}})
                             : counted_things(names_event()),
                     kAskShare);
  }
  // What is asked often stands first or last: "ontwikkelaar app 112", "… verlengd tot".
  const std::size_t end = words_.size();
  if (end > 0 && has_role(0, QuestionWordRole::unit)) {
    guess_.kinds.add(known(0)->kinds, kAskShare);
  }
  if (end > 1 && has_role(end - 1, QuestionWordRole::last)) {
    guess_.kinds.add(known(end - 1)->kinds, kSureShare);
    share = kLaterHeadShare;
  }
  for (const std::size_t edge : {std::size_t{0}, end == 0 ? 0 : end - 1}) {
    if (edge >= end || !is_noun(edge) || is_name_[edge] || is_source(edge)) continue;
    if (edge > 0 && is_stop(edge - 1)) continue;
    const bool is_only = first_head(0, end, [this](std::size_t i) { return is_head(i); }) == std::nullopt;
    const bool is_sure = is_only || edge > 0;
    guess_.kinds.add(known(edge)->kinds, is_sure ? kSureShare : kAskShare);
    if (is_sure) share = kLaterHeadShare;
    if (end == 1) break;
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const QuestionWord* word = known(i);
    if (word == nullptr || is_source(i)) continue;
    if (!is_head(i) && word->role != QuestionWordRole::hint) continue;
    if (word->role == QuestionWordRole::hint) {
      // "sinds 1 januari 2017" says when; only "… sinds" asks it.
      const bool is_told = i + 1 < words_.size() && !words_[i + 1].empty() && is_digit(words_[i + 1][0]);
      if (is_told && word->kinds[AnswerKind::date] > kSureShare / 2) continue;
      guess_.kinds.add(word->kinds, kHintShare);
      continue;
    }
    // A sure head outweighs the plural before it: "vliegtuigtickets … kosten"; "klachten … bedrijf" stays a
    // count.
    const bool is_quantity = word->kinds[AnswerKind::money] + word->kinds[AnswerKind::percentage] >= 0.9;
    // A look-up that ends with what is measured asks it: "grooming sepots aandeel"; not "klachten over de
    // wachttijd".
    const bool is_last = i + 1 == words_.size() && i > 0 && !is_stop(i - 1);
    const double later = plural && share == kSureShare && !is_quantity && !is_last ? kLaterHeadShare : share;
    guess_.kinds.add(word->kinds, is_last ? kSureShare : later);
    share = kLaterHeadShare;
  }
  if (!plural && share == kSureShare) guess_.kinds.add(unknown_kind(), kSureShare);
  guess_.kinds.add(unknown_kind(), kAnythingShare);
}

// "per 1.000 inwoners"
bool Guesser::asks_per_number() const {
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (words_[i] == "per" && !words_[i + 1].empty() && is_digit(words_[i + 1][0])) return true;
  }
  return false;
}

// "reden sluiting loket", "cause of the delay": a look-up for why.
bool asks_reason(std::span<const std::string> words) {
  static constexpr std::array<std::string_view, 8> kWords{"reden",  "redenen", "oorzaak", "oorzaken",
                                                          "reason", "reasons", "cause",   "causes"};
  constexpr std::size_t kReach = 3;
  return std::ranges::any_of(words.first(std::min(words.size(), kReach)), [](const std::string& word) {
    return std::ranges::find(kWords, word) != kWords.end();
  });
}

AnswerKindGuess Guesser::guess() {
  std::size_t at = 0;
  const std::optional<QuestionWords::Ask> ask = find_ask(at);
  // A number word near the beginning tells how many items are wanted.
  const std::size_t number_reach = ask ? at + ask->words + 3 : 3;
  for (std::size_t i = 0; i < std::min(words_.size(), number_reach); ++i) {
    if (const auto number = list_number(words_[i])) guess_.list_size = number;
  }
  guess_.asks_why = asks_reason(words_);
  if (!ask) {
    read_look_up();
    guess_.kinds.normalize();
    add_ratio(guess_.kinds);
    return std::move(guess_);
  }

  guess_.has_question_word = true;
  const std::string_view first = words_[at];
  guess_.asks_why = guess_.asks_why || first == "waarom" || first == "waardoor" || first == "why";
  const std::size_t after = at + ask->words;
  // The question word itself says nothing of the subject; the words that its phrase takes along may ("hoeveel
  // budget").
  for (std::size_t i = at; i < after; ++i) {
    if (i == at || !is_head(i) || known(i)->role == QuestionWordRole::kind) guess_.is_consumed[i] = true;
  }
  const KindWeights& asked = ask->word->kinds;
  const bool is_many = is_english_ && ask->words == 2 && words_[at + 1] == "many";
  const bool is_much = is_english_ && ask->words == 2 && words_[at] == "how" && words_[at + 1] == "much";
  const bool is_degree = (first == "hoe" || (first == "how" && at == 0)) && ask->words == 1 &&
                         after < words_.size() && !is_stop(after) && known(after) == nullptr &&
                         !looks_like_verb(words_[after], is_english_);
  if (is_many || is_much || (first == "hoeveel" && ask->words == 1)) {
    read_quantity(after, asked, is_many);
  } else if (is_degree) {
    guess_.kinds.add(degree(), kSureShare);
  } else if (is_generic_ask(first) && surest(asked) < kSureKind) {
    read_which(after, asked);
  } else {
    guess_.kinds.add(asked, kSureShare);
  }
  if (guess_.list_size && is_generic_ask(first))
    guess_.kinds.add(make_kinds({{AnswerKind::list, 1}}), kAskShare);
  guess_.kinds.normalize();
  add_ratio(guess_.kinds);
  if (asks_per_number()) guess_.kinds.add(make_kinds({{AnswerKind::ratio, 0.6}}), kSureShare);
  guess_.kinds.normalize();
  return std::move(guess_);
}

}  // namespace

AnswerKindGuess guess_answer_kind(std::span<const std::string> words, const std::vector<bool>& is_name,
                                  const QuestionWords& question_words, const analysis::StopWords& stop_words,
                                  bool is_english) {
  return Guesser(words, is_name, question_words, stop_words, is_english).guess();
}

}  // namespace vraagbaak::query

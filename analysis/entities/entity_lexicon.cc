// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/entity_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/lexicon/word_fold.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::array<std::pair<std::string_view, WordRole>, 41> kRoles = {{
    {"adjective", WordRole::adjective},
    {"article", WordRole::article},
    {"article_part", WordRole::article_part},
    {"article_word", WordRole::article_word},
    {"conjunction", WordRole::conjunction},
    {"direction", WordRole::direction},
    {"event", WordRole::event},
    {"excluded", WordRole::excluded},
    {"finite_verb", WordRole::finite_verb},
    {"first_name", WordRole::first_name},
    {"function", WordRole::function},
    {"indefinite", WordRole::indefinite},
    {"inner_link", WordRole::inner_link},
    {"law", WordRole::law},
    {"law_adjective", WordRole::law_adjective},
    {"law_generic", WordRole::law_generic},
    {"law_in", WordRole::law_in},
    {"law_link", WordRole::law_link},
    {"law_of", WordRole::law_of},
    {"law_short", WordRole::law_short},
    {"legal_form", WordRole::legal_form},
    {"level", WordRole::level},
    {"link", WordRole::link},
    {"month", WordRole::month},
    {"name_prefix", WordRole::name_prefix},
    {"number_sign", WordRole::number_sign},
    {"office", WordRole::office},
    {"organisation_before", WordRole::organisation_before},
    {"organisation_tail", WordRole::organisation_tail},
    {"particle", WordRole::particle},
    {"place_before", WordRole::place_before},
    {"place_preposition", WordRole::place_preposition},
    {"plain_tail", WordRole::plain_tail},
    {"programme_before", WordRole::programme_before},
    {"programme_tail", WordRole::programme_tail},
    {"portfolio", WordRole::portfolio},
    {"range", WordRole::range},
    {"role_noun", WordRole::role_noun},
    {"short_form", WordRole::short_form},
    {"title", WordRole::title},
    {"unit", WordRole::unit},
}};

// The pieces of a cell that holds several values: "first last", "FIT; Fit".
std::vector<std::string_view> split(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(separator), cell.size());
    std::string_view part = cell.substr(0, end);
    cell.remove_prefix(std::min(end + 1, cell.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

bool has_upper(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// An acronym is found in capitals only, for "Fit" and "Ns" are words; from this many letters on a capital is
// enough ("Unizo", "Imec").
constexpr std::size_t kLongAcronym = 4;

bool is_acronym(std::string_view text) {
  return text.size() < kLongAcronym &&
         std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

// The shortest and longest ending that is looked up as a head: "raad" … "ontwikkelingsmaatschappij".
constexpr std::size_t kShortestSuffix = 3;
constexpr std::size_t kLongestSuffix = 16;

// The shortest occupation that ends a compound, and the shortest first part, in bytes: "ex-" and "arts".
constexpr std::size_t kShortestRole = 4;
constexpr std::size_t kShortestRoleFirst = 2;

}  // namespace

EntityLexicon::EntityLexicon(const DictionarySource& dictionaries) : words_(dictionaries) {
  read_gazetteer(dictionaries, "gazetteer/places.tsv", EntityKind::place);
  read_gazetteer(dictionaries, "gazetteer/publications.tsv", std::nullopt);
  read_gazetteer(dictionaries, "gazetteer/public-bodies.tsv", EntityKind::organisation);
  read_gazetteer(dictionaries, "gazetteer/organisations.tsv", EntityKind::organisation);
  read_gazetteer(dictionaries, "gazetteer/programmes.tsv", EntityKind::programme);
  read_gazetteer(dictionaries, "gazetteer/legislation.tsv", EntityKind::legislation);
  read_roles(dictionaries, "gazetteer/name-words.tsv");
  read_word_list(dictionaries, "gazetteer/first-names.tsv", WordRole::first_name);
  read_heads(dictionaries, "gazetteer/head-words.tsv");
  for (const DictionaryRow& row : DictionaryFile(dictionaries, "gazetteer/place-endings.tsv", {"ending"}))
    town_endings_.emplace_back(row[0]);
  constexpr std::uint64_t kSmall =
      static_cast<std::uint64_t>(WordRole::function) | static_cast<std::uint64_t>(WordRole::link) |
      static_cast<std::uint64_t>(WordRole::conjunction) | static_cast<std::uint64_t>(WordRole::article) |
      static_cast<std::uint64_t>(WordRole::place_preposition);
  for (const std::uint64_t roles : roles_) small_words_.push_back((roles & kSmall) != 0);
  find_inner_words();
}

// Most words of a text are these, and words that no list has: the finders of names pass over them.
void EntityLexicon::find_inner_words() {
  constexpr std::uint64_t kOpening =
      static_cast<std::uint64_t>(WordRole::adjective) | static_cast<std::uint64_t>(WordRole::article_word) |
      static_cast<std::uint64_t>(WordRole::law) | static_cast<std::uint64_t>(WordRole::law_adjective) |
      static_cast<std::uint64_t>(WordRole::legal_form) | static_cast<std::uint64_t>(WordRole::level) |
      static_cast<std::uint64_t>(WordRole::portfolio);
  const std::size_t words = names_.word_count() + 1;  // 0 stands for every other word
  inner_words_.resize(words);
  for (std::size_t word = 0; word < words; ++word) {
    const auto id = static_cast<WordId>(word);
    const bool opens = (word < roles_.size() && (roles_[word] & kOpening) != 0) ||
                       (word < head_of_.size() && head_of_[word] != 0) ||
                       (names_.begins_phrase(id) && may_begin_small(id));
    inner_words_[word] = !opens;
  }
}

const HeadWord* EntityLexicon::head(const NameWord& word) const {
  if (word.id >= head_of_.size() || head_of_[word.id] == 0) return nullptr;
  return &heads_[head_of_[word.id] - 1];
}

const HeadWord* EntityLexicon::compound_head(std::string_view text, const NameWord& word) const {
  if (const HeadWord* whole = head(word)) return whole;
  if (!word.is_word()) return nullptr;
  const std::string_view spelled = word.span.in(text);
  if (spelled.size() < kShortestSuffix + 2 || !may_end_head(spelled)) return nullptr;
  thread_local WordMemo<std::uint32_t, 4096> memo;
  const std::uint32_t found = memo.find(memo_owner_, spelled, [&] { return suffix_of(spelled); });
  return found == 0 ? nullptr : &heads_[found - 1];
}

bool EntityLexicon::names_role(std::string_view text, const NameWord& word) const {
  if (has(word, WordRole::role_noun)) return true;
  if (word.shape != WordShape::lower && word.shape != WordShape::capitalised) return false;
  const std::string_view spelled = word.span.in(text);
  if (spelled.size() < kShortestRole + kShortestRoleFirst || !role_endings_.may_hold(spelled)) return false;
  return ends_in_role(spelled, word.has_capital());
}

bool EntityLexicon::ends_in_role(std::string_view spelled, bool capital) const {
  const std::string folded = fold_word(spelled);
  for (std::size_t size = kShortestRoleFirst; size + kShortestRole <= folded.size(); ++size) {
    const WordId id = names_.word_id(std::string_view(folded).substr(size));
    if (id == 0 || id >= roles_.size() || (roles_[id] & static_cast<std::uint64_t>(WordRole::role_noun)) == 0)
      continue;
    if (!capital) return true;
    std::string_view first = std::string_view(folded).substr(0, size);
    if (words_.contains(first)) return true;
    if (first.ends_with('s')) first.remove_suffix(1);
    return words_.contains(first);
  }
  return false;
}

// The head that the word ends in, as head_of_ counts them, or 0.
std::uint32_t EntityLexicon::suffix_of(std::string_view spelled) const {
  const std::string folded = fold_word(spelled);
  const std::size_t longest = std::min(kLongestSuffix, folded.size() < 2 ? 0 : folded.size() - 2);
  for (std::size_t length = longest; length >= kShortestSuffix; --length) {
    const WordId id = names_.word_id(std::string_view(folded).substr(folded.size() - length));
    if (id == 0 || id >= head_of_.size() || head_of_[id] == 0) continue;
    if (heads_[head_of_[id] - 1].suffix && is_compound(folded, folded.size() - length)) return head_of_[id];
  }
  return 0;
}

bool EntityLexicon::ends_like_town(std::string_view spelled) const {
  constexpr std::size_t kShortestRest = 2;
  return std::ranges::any_of(town_endings_, [&](const std::string& ending) {
    return spelled.size() >= ending.size() + kShortestRest && spelled.ends_with(ending);
  });
}

bool EntityLexicon::may_end_head(std::string_view spelled, bool law) const {
  return spelled.size() >= WordEndings::kShortest && (law ? law_endings_ : suffix_endings_).may_hold(spelled);
}

// "dienstverlening" ends like "lening": a word of the language is a compound only where its first part is a
// word.
bool EntityLexicon::is_compound(std::string_view folded, std::size_t first_size) const {
  if (!words_.contains(folded)) return true;
  const std::string_view first = folded.substr(0, first_size);
  return words_.contains(first) ||
         (first.ends_with('s') && words_.contains(first.substr(0, first.size() - 1)));
}

bool EntityLexicon::is_adjective(std::string_view text, const NameWord& word) const {
  if (has(word, WordRole::adjective)) return true;
  if (word.shape != WordShape::capitalised && word.shape != WordShape::upper) return false;
  const std::string_view spelled = word.span.in(text);
  return spelled.size() > 4 &&
         (spelled.ends_with("se") || spelled.ends_with("SE") || spelled.ends_with("sche")) &&
         !has(word, WordRole::first_name) && !word.ordinary && head_of_.size() > word.id &&
         head_of_[word.id] == 0;
}

void EntityLexicon::read_gazetteer(const DictionarySource& dictionaries, std::string_view file,
                                   std::optional<EntityKind> kind) {
  for (const DictionaryFile rows(dictionaries, file, {"name", "type", "short", "use"});
       const DictionaryRow& row : rows) {
    GazetteerName name{
        .kind = kind.value_or(EntityKind::organisation), .name = std::string(row[0]), .same = things_++};
    name.weak = row[3] == "weak";
    name.no_entity = !kind;
    name.party = row[1] == "party";
    name.village = row[1].starts_with("town");
    if (!name.weak && !row[3].empty()) rows.reject(row, "unknown use", "write weak or leave it out");
    add_name(row[0], name);
    for (const std::string_view written : split(row[2], ';')) add_name(written, name);
  }
}

void EntityLexicon::read_roles(const DictionarySource& dictionaries, std::string_view file) {
  for (const DictionaryFile rows(dictionaries, file, {"word", "roles"}); const DictionaryRow& row : rows) {
    for (const std::string_view role : split(row[1], ' ')) {
      const auto found = std::ranges::find(kRoles, role, &std::pair<std::string_view, WordRole>::first);
      if (found == kRoles.end()) rows.reject(row, "unknown role", "take one that the file's head lists");
      add_role(row[0], found->second);
      if (found->second == WordRole::role_noun && row[0].size() >= kShortestRole) role_endings_.add(row[0]);
    }
  }
}

void EntityLexicon::read_word_list(const DictionarySource& dictionaries, std::string_view file,
                                   WordRole role) {
  for (const DictionaryFile rows(dictionaries, file, {"word"}); const DictionaryRow& row : rows) {
    add_role(row[0], role);
  }
}

void EntityLexicon::read_heads(const DictionarySource& dictionaries, std::string_view file) {
  for (const DictionaryFile rows(dictionaries, file, {"word", "kind", "uses"});
       const DictionaryRow& row : rows) {
    const std::optional<EntityKind> kind = entity_kind_from(row[1]);
    if (!kind) rows.reject(row, "unknown kind", "take organisation, place, programme, legislation or person");
    HeadWord head{.kind = *kind};
    for (const std::string_view use : split(row[2], ' ')) {
      if (use == "first")
        head.first = true;
      else if (use == "last")
        head.last = true;
      else if (use == "lower")
        head.lower = true;
      else if (use == "adjective")
        head.after_adjective = true;
      else if (use == "alone")
        head.alone = true;
      else if (use == "suffix")
        head.suffix = true;
      else if (use == "list")
        head.list = true;
      else if (use == "numbered")
        head.numbered = true;
      else if (use == "lower_of")
        head.lower_of = true;
      else if (use == "no_name")
        head.no_name = true;
      else
        rows.reject(row, "unknown use", "take one that the file's head lists");
    }
    const std::string folded = fold_word(row[0]);
    const WordId id = names_.add_word(folded);
    head_of_.resize(std::max<std::size_t>(head_of_.size(), id + 1), 0);
    if (head.suffix && folded.size() >= WordEndings::kShortest) {
      suffix_endings_.add(folded);
      if (head.kind == EntityKind::legislation) law_endings_.add(folded);
    }
    head.size = fold_word(row[0]).size();
    heads_.push_back(head);
    head_of_[id] = static_cast<std::uint32_t>(heads_.size());
  }
}

void EntityLexicon::add_role(std::string_view word, WordRole role) {
  const WordId id = names_.add_word(fold_word(word));
  roles_.resize(std::max<std::size_t>(roles_.size(), id + 1), 0);
  roles_[id] |= static_cast<std::uint64_t>(role);
}

void EntityLexicon::add_name(std::string_view written, GazetteerName name) {
  const std::vector<std::string> words = phrase_words(written);
  const std::optional<std::uint32_t> phrase = names_.add(words);
  if (!phrase) return;
  const bool small = !has_upper(written);
  name.lower = small;
  name.lower_first =
      !small && ((written.front() >= 'a' && written.front() <= 'z') || written.front() == '\'');
  name.upper = is_acronym(written);
  if (small || name.lower_first) {
    const WordId first = names_.word_id(words.front());
    small_first_.resize(std::max<std::size_t>(small_first_.size(), first + 1), false);
    small_first_[first] = true;
  }
  // The first of two entries of a name has it, in small letters too if any has.
  if (*phrase < gazetteer_.size()) {
    gazetteer_[*phrase].lower = gazetteer_[*phrase].lower || small;
  } else {
    gazetteer_.push_back(std::move(name));
  }
}

}  // namespace vraagbaak::analysis

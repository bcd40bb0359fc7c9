// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/stemmer.h"

#include <algorithm>
#include <array>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/dutch_spelling.h"
#include "analysis/text/word_table.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kShortestWord = 4;  // no shorter word is inflected, but for the irregular ones

bool is_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

std::string_view without(std::string_view word, std::size_t size) {
  return word.substr(0, word.size() - size);
}

// The likely word before -en or -e where none is known: the vowel of an open syllable is long, but for an
// unstressed e: wandelen, verbeteren; the foreign verbs are stressed there: realiseren.
std::string guessed_base(std::string_view base) {
  const bool unstressed = dutch::count_syllables(base) > 1 && base[base.size() - 2] == 'e';
  bool foreign_verb = false;
  for (const std::string_view ending : {"iser", "icer", "uer", "ier", "ater", "anter", "ifier"}) {
    foreign_verb = foreign_verb || base.ends_with(ending);
  }
  const bool open = dutch::ends_open(base) || base.ends_with("uer") || base.ends_with("ier");
  if (open && (!unstressed || foreign_verb)) return dutch::devoiced(dutch::lengthened(base));
  return dutch::devoiced(std::string(dutch::undoubled(base)));
}

}  // namespace

Stemmer::Stemmer(const DictionarySource& source) : Stemmer(source, WordList(source)) {}

Stemmer::Stemmer(const DictionarySource& source, WordList words) : words_(std::move(words)) {
  for (const DictionaryRow& row : DictionaryFile(source, "nl/stem-exceptions.tsv", {"form", "stem"})) {
    exceptions_.emplace(row[0], std::string(row[1]));
  }
  for (const DictionaryRow& row :
       DictionaryFile(source, "nl/irregular-plurals.tsv", {"plural", "singular"})) {
    plurals_.emplace(row[0], std::string(row[1]));
    longest_plural_ = std::max(longest_plural_, row[0].size());
  }
  read_verbs(source);
  read_prefixes(source);
}

std::string Stemmer::stem(std::string_view normalized_word) const {
  if (normalized_word.size() > kLongestWord) return std::string(normalized_word);
  const std::size_t hyphen = normalized_word.rfind('-');
  const std::string_view last =
      hyphen == std::string_view::npos ? normalized_word : normalized_word.substr(hyphen + 1);
  if (last.empty() || !is_letters(last)) return std::string(normalized_word);
  return std::string(without(normalized_word, last.size())) + stem_dutch(last);
}

// The rules in order; each gives an empty string where it does not apply.
std::string Stemmer::stem_dutch(std::string_view word) const {
  if (const std::string* stem = exceptions_.find(word)) return *stem;
  // kmo's, foto's, sms'en, 65+'er
  if (const std::size_t apostrophe = word.find('\''); apostrophe != std::string_view::npos) {
    return std::string(apostrophe >= 2 ? word.substr(0, apostrophe) : word);
  }
  if (const std::string* singular = plurals_.find(word)) return *singular;
  if (std::string stem = irregular_verb(word); !stem.empty()) return stem;
  if (std::string stem = irregular_compound(word); !stem.empty()) return stem;
  if (word.size() < kShortestWord) return std::string(word);
  using Rule = std::string (Stemmer::*)(std::string_view) const;
  static constexpr std::array<Rule, 9> kRules{&Stemmer::participle,
                                              &Stemmer::degree,
                                              &Stemmer::past,
                                              &Stemmer::diminutive,
                                              &Stemmer::present_participle,
                                              &Stemmer::plural_en,
                                              &Stemmer::plural_s,
                                              &Stemmer::third_person,
                                              &Stemmer::final_e};
  for (const Rule rule : kRules) {
    if (std::string stem = (this->*rule)(word); !stem.empty()) return stem;
  }
  return std::string(word);
}

void Stemmer::read_verbs(const DictionarySource& source) {
  const auto each = [](std::string_view cell, auto take) {
    while (!cell.empty()) {
      const std::size_t space = std::min(cell.find(' '), cell.size());
      if (space > 0) take(cell.substr(0, space));
      cell.remove_prefix(std::min(space + 1, cell.size()));
    }
  };
  for (const DictionaryRow& row :
       DictionaryFile(source, "nl/irregular-verbs.tsv", {"stem", "forms", "participle"})) {
    each(row[1], [&](std::string_view form) { verb_forms_.emplace(form, std::string(row[0])); });
    each(row[2], [&](std::string_view form) { participles_.emplace(form, std::string(row[0])); });
    verb_forms_.emplace(row[0], std::string(row[0]));
  }
}

void Stemmer::read_prefixes(const DictionarySource& source) {
  const DictionaryFile file(source, "nl/verb-prefixes.tsv", {"prefix", "kind"});
  for (const DictionaryRow& row : file) {
    if (row[1] != "separable" && row[1] != "inseparable" && row[1] != "both") {
      file.reject(row, "unknown kind \"" + std::string(row[1]) + "\"",
                  "write separable, inseparable or both");
    }
    if (row[0].empty()) continue;
    const std::size_t list = static_cast<unsigned char>(row[0].front()) % separable_.size();
    if (row[1] != "inseparable") separable_[list].emplace_back(row[0]);
    if (row[1] != "separable") inseparable_[list].emplace_back(row[0]);
  }
  const auto by_size = [](const std::string& a, const std::string& b) { return a.size() > b.size(); };
  for (std::vector<std::string>& prefixes : separable_) std::ranges::stable_sort(prefixes, by_size);
  for (std::vector<std::string>& prefixes : inseparable_) std::ranges::stable_sort(prefixes, by_size);
}

// grootsteden -> grootstad. The first part must be a known word, where we know many: overleden does not end
// in leden.
std::string Stemmer::irregular_compound(std::string_view word) const {
  for (std::size_t cut = word.size() > longest_plural_ ? word.size() - longest_plural_ : 0;
       cut + 3 < word.size(); ++cut) {
    const std::string* singular = cut < 3 ? nullptr : plurals_.find(word.substr(cut));
    if (singular == nullptr) continue;
    const std::string_view first = word.substr(0, cut);
    const bool compound = !words_.is_large() || known(first, *singular) || is_noun(first) ||
                          (first.ends_with('s') && is_noun(without(first, 1)));
    if (compound) return std::string(first) + *singular;
  }
  return "";
}

// gaf, geeft -> geef; uitgegeven -> uitgeef; ondernomen -> onderneem.
std::string Stemmer::irregular_verb(std::string_view word) const {
  if (const std::string* whole = verb_forms_.find(word)) return *whole;
  const auto after_ge = [&](std::string_view rest) -> std::string_view {
    if (!rest.starts_with("ge")) return {};
    rest.remove_prefix(2);
    const std::string* found = participles_.find(rest);
    if (found == nullptr && rest.ends_with('e')) found = participles_.find(without(rest, 1));
    return found == nullptr ? std::string_view{} : *found;
  };
  if (const auto stem = after_ge(word); !stem.empty()) return std::string(stem);
  for (const std::string& prefix : like(word, separable_)) {
    if (!word.starts_with(prefix)) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (const auto stem = after_ge(rest); !stem.empty()) return prefix + std::string(stem);
    if (const std::string* form = verb_forms_.find(rest)) return prefix + *form;
  }
  for (const std::string& prefix : like(word, inseparable_)) {
    if (!word.starts_with(prefix)) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (const std::string* form = verb_forms_.find(rest)) return prefix + *form;
    if (const std::string* form = participles_.find(rest)) return prefix + *form;
  }
  return "";
}

bool Stemmer::known(std::string_view word, std::string_view ending) const {
  WordHash hash;
  for (const std::string_view part : {word, ending}) {
    for (const char c : part) hash.extend(c);
  }
  return words_.find_hash(hash.value()).known;
}

// Whether an infinitive is known that has this stem.
bool Stemmer::is_verb_stem(std::string_view stem) const {
  if (stem.size() < 2) return false;
  if (const std::string* form = verb_forms_.find(stem)) return *form == stem;
  const auto infinitive = [&](bool unstressed) {
    std::string form = dutch::with_en(stem, unstressed);
    if (known(form)) return true;
    // heersen, plaatsen keep their s where leiden, huizen have z.
    char& last = form[form.size() - 3];
    if (last != 'z' && last != 'v') return false;
    last = last == 'z' ? 's' : 'f';
    return known(form);
  };
  return infinitive(false) || (dutch::count_syllables(stem) > 1 && infinitive(true));
}

// What the ending of a weak participle leaves: betaald -> betaal, gericht (without ge) -> richt.
std::string Stemmer::weak_participle(std::string_view word) const {
  if (word.size() < 3 || (word.back() != 'd' && word.back() != 't')) return "";
  const std::string_view stem = without(word, 1);
  const bool ending_fits = dutch::takes_t(stem) == (word.back() == 't');
  if (!words_.is_large()) {
    if (word.back() == 't' && !stem.ends_with('k') && !stem.ends_with('p')) return std::string(word);
    if (stem.ends_with('n') || dutch::is_vowel(stem.back())) return std::string(word);
    return std::string(stem);
  }
  // gegeven, geleefd: the stem as it is spelt with v or z takes -d.
  const bool voiced = word.back() == 'd' && (stem.back() == 'f' || stem.back() == 's');
  if ((ending_fits || voiced) && is_verb_stem(stem)) return std::string(stem);
  return is_verb_stem(word) ? std::string(word) : std::string();
}

// gebied, gewest: nouns. Common first parts of compounds are; rarer ones where no form in -e is known.
bool Stemmer::is_no_participle(std::string_view word) const {
  const int as_first = words_.find(word).as_first;
  return as_first >= 4 || (as_first >= 2 && !known(word, "e"));
}

// gesubsidieerd -> subsidieer; toegekend, toegekende -> toeken; uitbetaald -> uitbetaal; bestede -> besteed.
std::string Stemmer::participle(std::string_view word) const {
  if (is_no_participle(word)) return "";
  const std::size_t ending = word.ends_with("den") || word.ends_with("ten") ? 2
                             : word.ends_with("de") || word.ends_with("te") ? 1
                                                                            : 0;
  if (ending == 2 && is_no_participle(without(word, 1))) return "";  // gemeenten
  word = without(word, ending);
  if ((word.back() != 'd' && word.back() != 't') || is_no_participle(word)) return "";
  if (word.starts_with("ge") && word.size() >= 5) {
    if (std::string stem = weak_participle(word.substr(2)); !stem.empty()) return stem;
  }
  for (const std::string& prefix : like(word, separable_)) {
    if (!word.starts_with(prefix) || !word.substr(prefix.size()).starts_with("ge")) continue;
    const std::string_view rest = word.substr(prefix.size() + 2);
    if (rest.size() < 3) continue;
    std::string stem = weak_participle(prefix + std::string(rest));
    if (stem.empty()) {
      stem = weak_participle(rest);
      if (!stem.empty()) stem = prefix + stem;
    }
    if (!stem.empty()) return stem;
  }
  if (words_.is_large() && word.back() == 'd' && word.size() > 5) {
    const std::string_view stem = without(word, 1);
    if (!dutch::takes_t(stem) && is_verb_stem(stem) && ending == 0) return std::string(stem);
  }
  return "";
}

// betaalde, betaalden -> betaal; werkte -> werk; besteedde -> besteed.
std::string Stemmer::past(std::string_view word) const {
  if (is_noun(word)) return "";
  const std::string_view singular = word.ends_with('n') ? without(word, 1) : word;
  if (!singular.ends_with("de") && !singular.ends_with("te")) return "";
  const std::string_view stem = without(singular, 2);
  if (stem.size() < 3) return "";
  if (!words_.is_large()) {
    const bool doubled = stem.ends_with('d') || stem.ends_with('t');
    return doubled && singular[singular.size() - 2] == stem.back() &&
                   dutch::is_vowel(stem[stem.size() - 2]) && dutch::is_vowel(stem[stem.size() - 3])
               ? std::string(stem)
               : std::string();
  }
  const bool te = singular[singular.size() - 2] == 't';
  const bool voiced = !te && (stem.back() == 'f' || stem.back() == 's');
  if (dutch::takes_t(stem) != te && !voiced) return "";
  // punten, landen, woorden: the plural of a noun comes first.
  if (word.size() != singular.size() && (is_noun(without(singular, 1)) || is_noun(singular))) return "";
  return is_verb_stem(stem) ? std::string(stem) : std::string();
}

// projectje -> project. Of several known words (kant, kan) the more productive one.
std::string Stemmer::diminutive(std::string_view word) const {
  if (word.ends_with("jes")) word.remove_suffix(1);
  if (!word.ends_with("je") || word.size() < 5 || !words_.is_large()) return "";
  std::string best;
  int best_rank = 0;
  const auto consider = [&](std::string base) {
    const int rank = base.size() < 2 ? 0 : words_.find(base).as_last + (known(base) ? 1 : 0);
    if (rank > best_rank) {
      best_rank = rank;
      best = std::move(base);
    }
  };
  for (const std::string_view ending : {"je", "tje", "pje", "etje"}) {
    if (word.ends_with(ending)) consider(std::string(dutch::undoubled(without(word, ending.size()))));
  }
  if (word.ends_with("nkje")) consider(std::string(without(word, 3)) + "g");  // koninkje
  return best;
}

// bepalend, bepalende -> bepaal: the infinitive must be known.
std::string Stemmer::present_participle(std::string_view word) const {
  const std::string_view bare = word.ends_with('e') ? without(word, 1) : word;
  if ((!bare.ends_with("end") && !bare.ends_with("aand")) || bare.size() < 6 || is_noun(bare)) return "";
  const std::string_view infinitive = without(bare, 1);
  if (words_.is_large() && !known(infinitive)) return "";
  return stem_dutch(infinitive);
}

// hoger, hogere, hoogste -> hoog. Only where another degree is known as well: minister has no ministst.
std::string Stemmer::degree(std::string_view word) const {
  if (!words_.is_large()) return "";
  const std::string_view bare = word.ends_with('e') ? without(word, 1) : word;
  if (bare.size() < 5) return "";
  const bool inflects = known(bare, "e");
  if (bare.ends_with("er")) {
    std::string stem = base_before_vowel(without(bare, 2), false);
    if (bare.ends_with("rder") && known(without(bare, 3))) stem = without(bare, 3);  // duurder
    const std::string superlative = stem + (stem.ends_with('s') ? "t" : "st");
    if (!stem.empty() && known(stem) && (known(superlative, "e") || (inflects && !known(bare, "s"))))
      return stem;
  }
  if (bare.ends_with("st") && inflects) {
    const std::string stem(without(bare, 2));
    if (!known(stem)) return "";
    const std::string short_er = std::string(without(dutch::with_en(stem), 1)) + "r";
    const std::string long_er = std::string(without(dutch::with_en(stem, true), 1)) + "r";
    if (known(short_er) || known(long_er) || (stem.ends_with('r') && known(stem, "der"))) return stem;
  }
  return "";
}

// The word before -en or -e: bedrijv -> bedrijf, huiz -> huis, individuel -> individueel. Empty where no
// known word comes of it.
std::string Stemmer::base_before_vowel(std::string_view base, bool may_keep_e) const {
  if (base.size() < 2) return "";
  if (!words_.is_large()) return guessed_base(base);
  std::string best;
  int best_rank = -1;
  const auto consider = [&](std::string candidate, int handicap) {
    const WordList::Entry entry = words_.find(candidate);
    const int rank = entry.as_first + entry.as_last - handicap;
    if (entry.known && rank > best_rank) {
      best_rank = rank;
      best = std::move(candidate);
    }
  };
  const std::string short_form = dutch::devoiced(std::string(dutch::undoubled(base)));
  const bool is_open = base[base.size() - 2] != 'i' && dutch::is_vowel(base[base.size() - 2]) &&
                       short_form.size() == base.size();
  if (is_open) consider(dutch::devoiced(dutch::lengthened(base)), 0);
  // An open syllable is long, so the short form of one is a word only where its vowel is unstressed.
  const bool closed = !dutch::ends_open(base);
  const bool short_vowel =
      dutch::count_syllables(base) > 1 || words_.find(short_form).as_last >= 2;  // bladen
  if (closed || (best.empty() && short_vowel)) consider(short_form, 0);
  if (best.empty() && closed) consider(std::string(base), 0);
  // analyse, gemeente: nouns that keep their -e have a plural in -s.
  const std::string with_e = std::string(base) + "e";
  if (may_keep_e && known(with_e, "s")) consider(with_e, 1);
  return best;
}

// projecten -> project, bedrijven -> bedrijf, kosten -> kost, industrieen -> industrie, gemeenten ->
// gemeente.
std::string Stemmer::plural_en(std::string_view word) const {
  if (!word.ends_with("en")) return "";
  const std::string_view base = without(word, 2);
  if (base.size() < 2 || dutch::count_syllables(base) == 0) return "";
  if (base.ends_with("hed") && base.size() > 4) return std::string(without(base, 2)) + "eid";
  if (base.ends_with("ie") || base.ends_with("ee")) return std::string(base);
  if (dutch::is_vowel(base.back())) {
    // provinciën folds to provincien; groeien and buien have an i of their own; miljoen and algemeen no
    // plural.
    if (base.back() != 'i') return "";
    if (base.size() >= 5 && known(base, "e")) return std::string(base) + "e";
    if (base.size() < 3 || !dutch::is_vowel(base[base.size() - 2])) return "";
  }
  if (std::string stem = base_before_vowel(base, true); !stem.empty()) return stem;
  if (known(word, "s")) return std::string(word);  // wapen(s), varken(s)
  if (const std::string_view with_e = without(word, 1); known(with_e)) {
    std::string stem = final_e(with_e);
    return stem.empty() ? std::string(with_e) : stem;
  }
  return guessed_base(base);
}

// subsidies -> subsidie, partners -> partner, clubs -> club; not plaats, prijs, vlaams, whose s is their own.
std::string Stemmer::plural_s(std::string_view word) const {
  if (!word.ends_with('s') || word.ends_with("ss")) return "";
  const std::string_view base = without(word, 1);
  if (base.size() < 3) return "";
  const bool own_s = known(dutch::with_en(word)) || known(word, "en") || known(word, "e") ||
                     known(dutch::with_en(word, true));
  if (own_s) return "";
  if (words_.is_large() && known(base)) {
    if (base.ends_with('e')) {
      std::string stem = final_e(base);
      return stem.empty() ? std::string(base) : stem;
    }
    return std::string(base);
  }
  for (const std::string_view ending : {"el", "em", "en", "er", "aar", "eur", "ie", "ster", "age", "tie"}) {
    if (base.ends_with(ending) && base.size() > ending.size() + 1) return std::string(base);
  }
  return "";
}

// werkt -> werk, financiert -> financier; not project, markt.
std::string Stemmer::third_person(std::string_view word) const {
  if (!word.ends_with('t') || !words_.is_large()) return "";
  const int as_first = words_.find(word).as_first;
  if (as_first >= 3 || (as_first >= 1 && known(word, "je"))) return "";
  const std::string_view stem = without(word, 1);
  if (stem.size() < 3 || (dutch::is_vowel(stem.back()) && !stem.ends_with('i'))) return "";
  return is_verb_stem(stem) ? std::string(stem) : std::string();
}

// grote -> groot, vlaamse -> vlaams, mooie -> mooi; not gemeente or analyse, which have a plural in -s.
std::string Stemmer::final_e(std::string_view word) const {
  if (!word.ends_with('e')) return "";
  const std::string_view base = without(word, 1);
  if (base.size() < 3) return "";
  if (base.ends_with("ooi") || base.ends_with("aai") || base.ends_with("oei")) return std::string(base);
  if (!dutch::is_consonant(base.back())) return "";
  std::string stem = base_before_vowel(base, true);
  return stem.empty() && !known(word) ? guessed_base(base) : stem;
}

}  // namespace vraagbaak::analysis

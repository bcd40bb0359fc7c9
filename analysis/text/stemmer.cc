// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/stemmer.h"

#include <algorithm>
#include <array>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/dutch_spelling.h"
#include "analysis/text/snowball.h"

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

}  // namespace

Stemmer::Stemmer(const DictionarySource& source) : Stemmer(source, WordList(source)) {}

Stemmer::Stemmer(const DictionarySource& source, WordList words) : words_(std::move(words)) {
  for (const DictionaryRow& row : DictionaryFile(source, "nl/stem-exceptions.tsv", {"form", "stem"})) {
    exceptions_.emplace(row[0], row[1]);
  }
  for (const DictionaryRow& row :
       DictionaryFile(source, "nl/irregular-plurals.tsv", {"plural", "singular"})) {
    plurals_.emplace(row[0], row[1]);
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

std::string Stemmer::stem(std::string_view normalized_word, Language language) const {
  return language == Language::nl ? stem(normalized_word) : snowball_stem(normalized_word, language);
}

// The rules in order; each gives an empty string where it does not apply.
std::string Stemmer::stem_dutch(std::string_view word) const {
  if (const auto found = exceptions_.find(word); found != exceptions_.end()) return found->second;
  // kmo's, foto's, sms'en, 65+'er
  if (const std::size_t apostrophe = word.find('\''); apostrophe != std::string_view::npos) {
    return std::string(apostrophe >= 2 ? word.substr(0, apostrophe) : word);
  }
  using Rule = std::string (Stemmer::*)(std::string_view) const;
  static constexpr std::array<Rule, 2> kIrregular{&Stemmer::irregular_noun, &Stemmer::irregular_verb};
  static constexpr std::array<Rule, 8> kRegular{
      &Stemmer::participle, &Stemmer::past,     &Stemmer::diminutive,   &Stemmer::degree,
      &Stemmer::plural_en,  &Stemmer::plural_s, &Stemmer::third_person, &Stemmer::final_e};
  for (const Rule rule : kIrregular) {
    if (std::string stem = (this->*rule)(word); !stem.empty()) return stem;
  }
  if (word.size() < kShortestWord) return std::string(word);
  for (const Rule rule : kRegular) {
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
    each(row[1], [&](std::string_view form) { verb_forms_.emplace(form, row[0]); });
    each(row[2], [&](std::string_view form) { participles_.emplace(form, row[0]); });
    verb_forms_.emplace(row[0], row[0]);
  }
}

void Stemmer::read_prefixes(const DictionarySource& source) {
  const DictionaryFile file(source, "nl/verb-prefixes.tsv", {"prefix", "kind"});
  for (const DictionaryRow& row : file) {
    if (row[1] != "separable" && row[1] != "inseparable" && row[1] != "both") {
      file.reject(row, "unknown kind \"" + std::string(row[1]) + "\"",
                  "write separable, inseparable or both");
    }
    if (row[1] != "inseparable") separable_.emplace_back(row[0]);
    if (row[1] != "separable") inseparable_.emplace_back(row[0]);
  }
  const auto by_size = [](const std::string& a, const std::string& b) { return a.size() > b.size(); };
  std::ranges::stable_sort(separable_, by_size);
  std::ranges::stable_sort(inseparable_, by_size);
}

// steden -> stad; grootsteden -> grootstad. In a compound the first part must be a known word, where we know
// many: overleden does not end in leden.
std::string Stemmer::irregular_noun(std::string_view word) const {
  if (const auto whole = plurals_.find(word); whole != plurals_.end()) return whole->second;
  for (std::size_t cut = word.size() > longest_plural_ ? word.size() - longest_plural_ : 0;
       cut + 3 < word.size(); ++cut) {
    const auto found = plurals_.find(word.substr(cut));
    if (found == plurals_.end()) continue;
    const std::string_view first = word.substr(0, cut);
    const bool compound =
        cut >= 3 && (!words_.is_large() || known(std::string(first) + found->second) ||
                     words_.find(first).as_first >= 2 ||
                     (first.ends_with('s') && words_.find(without(first, 1)).as_first >= 2));
    if (compound) return std::string(first) + found->second;
  }
  return "";
}

// gaf, geeft -> geef; uitgegeven -> uitgeef; ondernomen -> onderneem.
std::string Stemmer::irregular_verb(std::string_view word) const {
  if (const auto whole = verb_forms_.find(word); whole != verb_forms_.end()) return whole->second;
  const auto after_ge = [&](std::string_view rest) -> std::string_view {
    if (!rest.starts_with("ge")) return {};
    rest.remove_prefix(2);
    auto found = participles_.find(rest);
    if (found == participles_.end() && rest.ends_with('e')) found = participles_.find(without(rest, 1));
    return found == participles_.end() ? std::string_view{} : found->second;
  };
  if (const auto stem = after_ge(word); !stem.empty()) return std::string(stem);
  for (const std::string& prefix : separable_) {
    if (!word.starts_with(prefix)) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (const auto stem = after_ge(rest); !stem.empty()) return prefix + std::string(stem);
    if (const auto form = verb_forms_.find(rest); form != verb_forms_.end()) return prefix + form->second;
  }
  for (const std::string& prefix : inseparable_) {
    if (!word.starts_with(prefix)) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (const auto form = verb_forms_.find(rest); form != verb_forms_.end()) return prefix + form->second;
    if (const auto form = participles_.find(rest); form != participles_.end()) return prefix + form->second;
  }
  return "";
}

bool Stemmer::is_verb_stem(std::string_view stem) const {
  if (stem.size() < 2) return false;
  if (verb_forms_.contains(stem)) return true;
  return known(dutch::with_en(stem)) ||
         (dutch::count_syllables(stem) > 1 && known(dutch::with_en(stem, true)));
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

// gesubsidieerd -> subsidieer; toegekend, toegekende -> toeken; uitbetaald -> uitbetaal; bestede -> besteed.
std::string Stemmer::participle(std::string_view word) const {
  if (is_noun(word)) return "";
  std::string closed;  // without the -e of an adjective
  if (word.ends_with("de") || word.ends_with("te")) {
    closed = std::string(without(word, 1));
    word = closed;
  }
  if (word.back() != 'd' && word.back() != 't') return "";
  if (is_noun(word)) return "";
  if (word.starts_with("ge") && word.size() >= 5) {
    if (std::string stem = weak_participle(word.substr(2)); !stem.empty()) return stem;
  }
  for (const std::string& prefix : separable_) {
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
    if (!dutch::takes_t(stem) && is_verb_stem(stem) && closed.empty()) return std::string(stem);
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

// projectje -> project; the word without the ending must be known.
std::string Stemmer::diminutive(std::string_view word) const {
  if (word.ends_with("jes")) word.remove_suffix(1);
  if (!word.ends_with("je") || word.size() < 6 || !words_.is_large()) return "";
  for (const std::string_view ending : {"etje", "tje", "pje", "je"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view base = dutch::undoubled(without(word, ending.size()));
    if (base.size() >= 3 && words_.find(base).as_last >= 1) return std::string(base);
  }
  if (word.ends_with("kje") && known(std::string(without(word, 3)) + "g"))
    return std::string(without(word, 3)) + "g";
  return "";
}

// hoger, hogere, hoogste -> hoog. Only where the other degree is known as well: minister has no ministst.
std::string Stemmer::degree(std::string_view word) const {
  if (!words_.is_large()) return "";
  const std::string_view bare = word.ends_with('e') ? without(word, 1) : word;
  if (bare.size() < 5 || is_noun(bare)) return "";
  if (bare.ends_with("er")) {
    std::string_view base = without(bare, 2);
    if (base.ends_with("rd")) base.remove_suffix(1);  // duurder, verder
    const std::string stem = base_before_vowel(base, false);
    const std::string superlative = stem + (stem.ends_with('s') ? "t" : "st");
    if (!stem.empty() && known(stem) && known(superlative) && known(superlative + "e")) return stem;
  }
  if (bare.ends_with("st")) {
    const std::string stem(without(bare, 2));
    const std::string comparative = dutch::with_en(stem, dutch::count_syllables(stem) > 1);
    const std::string er = std::string(without(comparative, 1)) + "r";
    if (known(stem) && (known(er) || (stem.ends_with('r') && known(stem + "der")))) return stem;
  }
  return "";
}

// The word before -en or -e: bedrijv -> bedrijf, huiz -> huis, bestedd -> … Empty where nothing known comes
// of it.
std::string Stemmer::base_before_vowel(std::string_view base, bool may_keep_e) const {
  if (base.size() < 2) return "";
  const std::string short_form = dutch::devoiced(std::string(dutch::undoubled(base)));
  const bool open = dutch::ends_open(base) || (base.size() > 3 && base.substr(base.size() - 3, 2) == "ie");
  const std::string long_form = open ? dutch::devoiced(dutch::lengthened(base)) : short_form;
  const bool monosyllabic = dutch::count_syllables(base) == 1;
  if (!words_.is_large()) {
    const bool unstressed = !monosyllabic && base[base.size() - 2] == 'e' && !base.ends_with("ieer");
    const bool foreign_verb = base.ends_with("iser") || base.ends_with("icer") || base.ends_with("uer") ||
                              base.ends_with("ier") || base.ends_with("ater") || base.ends_with("anter");
    return dutch::ends_open(base) && (!unstressed || foreign_verb) ? long_form : short_form;
  }
  const std::string with_e = std::string(base) + "e";
  if (may_keep_e && known(with_e + "s") && words_.find(with_e).as_first + words_.find(with_e).as_last >= 2)
    return with_e;
  if (known(long_form)) return long_form;
  if (known(short_form)) return short_form;
  if (known(base)) return std::string(base);
  return "";
}

// projecten -> project, bedrijven -> bedrijf, kosten -> kost, industrieen -> industrie, gemeenten ->
// gemeente.
std::string Stemmer::plural_en(std::string_view word) const {
  if (!word.ends_with("en")) return "";
  const std::string_view base = without(word, 2);
  if (base.size() < 2) return "";
  if (base.ends_with("hed") && base.size() > 4) return std::string(without(base, 2)) + "eid";
  if (base.ends_with("ie") || base.ends_with("ee")) return std::string(base);
  if (base.ends_with("i") && known(std::string(base) + "e")) return std::string(base) + "e";
  if (std::string stem = base_before_vowel(base, true); !stem.empty()) return stem;
  if (known(without(word, 1)))
    return final_e(without(word, 1)).empty() ? std::string(without(word, 1)) : final_e(without(word, 1));
  // Unknown compounds: the vowel of the last syllable decides, as without the large list.
  const bool unstressed = dutch::count_syllables(base) > 1 && base[base.size() - 2] == 'e';
  if (known(word) && !is_noun(word) && dutch::count_syllables(word) < 2) return "";
  return dutch::ends_open(base) && !unstressed ? dutch::devoiced(dutch::lengthened(base))
                                               : dutch::devoiced(std::string(dutch::undoubled(base)));
}

// subsidies -> subsidie, partners -> partner, clubs -> club; not plaats, prijs, vlaams, whose s is their own.
std::string Stemmer::plural_s(std::string_view word) const {
  if (!word.ends_with('s') || word.ends_with("ss")) return "";
  const std::string_view base = without(word, 1);
  if (base.size() < 3) return "";
  const bool own_s = known(dutch::with_en(word)) || known(std::string(word) + "en") ||
                     known(std::string(word) + "e") || known(dutch::with_en(word, true));
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
  const WordList::Entry entry = words_.find(word);
  if (entry.as_first >= 1 || entry.as_last >= 3) return "";
  const std::string_view stem = without(word, 1);
  if (stem.size() < 3 || dutch::is_vowel(stem.back())) return "";
  return is_verb_stem(stem) ? std::string(stem) : std::string();
}

// grote -> groot, vlaamse -> vlaams; not gemeente or analyse, which have a plural in -s.
std::string Stemmer::final_e(std::string_view word) const {
  if (!word.ends_with('e') || word.ends_with("ie") || word.ends_with("ee")) return "";
  const std::string_view base = without(word, 1);
  if (base.size() < 3 || !dutch::is_consonant(base.back())) return "";
  std::string stem = base_before_vowel(base, true);
  if (stem.empty() && !known(word)) {
    const bool unstressed = dutch::count_syllables(base) > 1 && base[base.size() - 2] == 'e';
    stem = dutch::ends_open(base) && !unstressed ? dutch::devoiced(dutch::lengthened(base))
                                                 : dutch::devoiced(std::string(dutch::undoubled(base)));
  }
  return stem;
}

}  // namespace vraagbaak::analysis

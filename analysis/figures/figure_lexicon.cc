// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/figure_lexicon.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "analysis/figures/letter_fold.h"
#include "analysis/figures/piece_lexer.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kMostWords = 60'000;

constexpr std::array<std::string_view, kRoleCount> kRoleNames{"article",
                                                              "of",
                                                              "in",
                                                              "on",
                                                              "per",
                                                              "and",
                                                              "or",
                                                              "to",
                                                              "until",
                                                              "between",
                                                              "from",
                                                              "after",
                                                              "over",
                                                              "ago",
                                                              "later",
                                                              "point",
                                                              "minus",
                                                              "plus",
                                                              "percentage_of",
                                                              "ordinal_ending",
                                                              "year_cue",
                                                              "year_noun",
                                                              "decade",
                                                              "century",
                                                              "week",
                                                              "day",
                                                              "month_noun",
                                                              "previous",
                                                              "current",
                                                              "next",
                                                              "last",
                                                              "next_week",
                                                              "glued",
                                                              "measuring",
                                                              "out_of",
                                                              "also_verb",
                                                              "between_number_and_noun",
                                                              "linking",
                                                              "to_about",
                                                              "times",
                                                              "number_of",
                                                              "compared",
                                                              "respectively",
                                                              "tally",
                                                              "at_time",
                                                              "invariant_noun",
                                                              "toward",
                                                              "ratio_noun",
                                                              "formula",
                                                              "money_source",
                                                              "money_noun"};

constexpr std::array<std::string_view, 6> kEffects{"approx", "approx+min", "min", "max", "zero", "none"};

std::string quoted(std::string_view text) {
  std::string result;
  result.push_back('"');
  result.append(text);
  result.push_back('"');
  return result;
}

template <typename Number>
std::optional<Number> to_number(std::string_view text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::int64_t whole(const DictionaryFile& file, const DictionaryRow& row, std::size_t column,
                   std::int64_t lowest, std::int64_t highest) {
  const auto value = to_number<std::int64_t>(row[column]);
  if (!value || *value < lowest || *value > highest) {
    file.reject(row, quoted(row[column]) + " is no whole number here",
                "write one from " + std::to_string(lowest) + " to " + std::to_string(highest));
  }
  return *value;
}

// "1/2" or "20..99"
std::pair<std::int64_t, std::int64_t> two_numbers(const DictionaryFile& file, const DictionaryRow& row,
                                                  std::string_view separator) {
  const std::string_view cell = row[2];
  const std::size_t at = cell.find(separator);
  if (at != std::string_view::npos) {
    const auto first = to_number<std::int64_t>(cell.substr(0, at));
    const auto second = to_number<std::int64_t>(cell.substr(at + separator.size()));
    if (first && second && *first > 0 && *second > 0) return {*first, *second};
  }
  file.reject(row, quoted(cell) + " is no pair", "write two numbers with " + std::string(separator));
}

}  // namespace

FigureLexicon::FigureLexicon(const DictionarySource& source) {
  words_.resize(2);  // kUnknownWord, kNumberWord
  read_numbers(source);
  read_units(source);
  read_calendar(source);
  read_context(source);
  link_entries();
}

std::uint16_t FigureLexicon::word(std::string_view folded) const {
  return word(folded, letters_hash(folded));
}

std::uint16_t FigureLexicon::look_up(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].word != kUnknownWord; at = (at + 1) & mask) {
    if (slots_[at].hash == hash &&
        std::string_view(forms_).substr(slots_[at].offset, slots_[at].size) == folded) {
      return slots_[at].word;
    }
  }
  return kUnknownWord;
}

std::uint16_t FigureLexicon::add_word(std::string_view folded) {
  const auto [at, added] =
      building_.try_emplace(std::string(folded), static_cast<std::uint16_t>(words_.size()));
  if (added) words_.emplace_back();
  return at->second;
}

Entry& FigureLexicon::add(Category category, std::string_view form) {
  Entry& entry = entries_.emplace_back();
  entry.category = category;
  for (const std::string& part : split_form(form)) entry.words.push_back(add_word(part));
  return entry;
}

void FigureLexicon::read_numbers(const DictionarySource& source) {
  const DictionaryFile numerals(source, "nl/numerals.tsv", {"form", "kind", "value"});
  for (const DictionaryRow& row : numerals) {
    if (row[1] == "cardinal") {
      add(Category::cardinal, row[0]).value = whole(numerals, row, 2, 0, 99);
    } else if (row[1] == "fraction") {
      const auto [numerator, denominator] = two_numbers(numerals, row, "/");
      Entry& entry = add(Category::fraction, row[0]);
      entry.value = numerator;
      entry.denominator = denominator;
    } else if (row[1] == "vague") {
      const auto [low, high] = two_numbers(numerals, row, "..");
      Entry& entry = add(Category::vague, row[0]);
      entry.low = Decimal(low);
      entry.high = Decimal(high);
    } else {
      numerals.reject(row, "kind " + quoted(row[1]) + " is unknown", "use cardinal, fraction or vague");
    }
  }
  const DictionaryFile ordinals(source, "nl/ordinals.tsv", {"form", "value"});
  for (const DictionaryRow& row : ordinals) {
    add(Category::ordinal, row[0]).value = whole(ordinals, row, 1, 0, 99);
  }
  const DictionaryFile magnitudes(source, "nl/magnitudes.tsv", {"form", "power"});
  for (const DictionaryRow& row : magnitudes) {
    add(Category::magnitude, row[0]).power = static_cast<int>(whole(magnitudes, row, 1, 1, 18));
  }
}

void FigureLexicon::read_units(const DictionarySource& source) {
  const DictionaryFile currencies(source, "nl/currencies.tsv", {"form", "code", "power", "kind"});
  for (const DictionaryRow& row : currencies) {
    const bool subunit = row[3] == "subunit";
    if (!subunit && (row[3] != "currency" || row[1].size() != 3)) {
      currencies.reject(row, "no currency with a code of three letters", "write form, code, power, currency");
    }
    Entry& entry = add(subunit ? Category::subunit : Category::currency, row[0]);
    entry.name = row[1];
    entry.power = static_cast<int>(whole(currencies, row, 2, -3, 9));
    words_[entry.words.front()].parts_from_digits = entry.words.size() == 1;
  }
  const DictionaryFile units(source, "nl/units.tsv", {"form", "unit", "kind", "factor"});
  for (const DictionaryRow& row : units) {
    Entry& entry = add(Category::unit, row[0]);
    entry.name = row[1];
    entry.detail = row[2];
    entry.value = row[3].empty() ? 1 : whole(units, row, 3, 1, 1'000'000);
    if (row[2] != "percentage" && row[2] != "area" && row[2] != "measure" && row[2] != "duration") {
      units.reject(row, "kind " + quoted(row[2]) + " is unknown",
                   "use percentage, area, measure or duration");
    }
  }
  const DictionaryFile suffixes(source, "nl/hyphen-units.tsv", {"form", "unit", "kind"});
  for (const DictionaryRow& row : suffixes) {
    Entry& entry = add(Category::suffix, row[0]);
    entry.value = 1;
    entry.name = row[1];
    entry.detail = row[2];
  }
}

void FigureLexicon::read_calendar(const DictionarySource& source) {
  const DictionaryFile months(source, "nl/months.tsv", {"form", "month"});
  std::array<std::pair<std::size_t, std::size_t>, 13> full{};  // of each month the longest form: size, entry
  for (const DictionaryRow& row : months) {
    Entry& entry = add(Category::month, row[0]);
    entry.value = whole(months, row, 1, 1, 12);
    if (entry.words.size() == 1) words_[entry.words.front()].parts_from_digits = true;  // november2024
    auto& longest = full[static_cast<std::size_t>(entry.value)];
    longest = std::max(longest, std::pair(row[0].size(), entries_.size() - 1));
  }
  for (std::size_t month = 1; month < full.size(); ++month) {
    if (full[month].first != 0) entries_[full[month].second].detail = "full";
  }
  // French texts stand between the Dutch ones of a bilingual parliament; their months are read in dates
  // alone.
  const DictionaryFile french(source, "fr/months.tsv", {"form", "month"});
  for (const DictionaryRow& row : french) add(Category::month, row[0]).value = whole(french, row, 1, 1, 12);
  const DictionaryFile weekdays(source, "nl/weekdays.tsv", {"form", "day", "abbreviation"});
  for (const DictionaryRow& row : weekdays) {
    Entry& entry = add(Category::weekday, row[0]);
    entry.value = whole(weekdays, row, 1, 1, 7);
    entry.detail = row[2];
  }
  const DictionaryFile parts(source, "nl/year-parts.tsv", {"form", "per_year", "part"});
  for (const DictionaryRow& row : parts) {
    const bool named = !row[2].empty();
    Entry& entry = add(named ? Category::numbered_division : Category::division, row[0]);
    entry.value = whole(parts, row, 1, 2, 12);
    if (named) entry.denominator = whole(parts, row, 2, 1, entry.value);
  }
  const DictionaryFile days(source, "nl/relative-days.tsv", {"form", "days"});
  for (const DictionaryRow& row : days) {
    add(Category::relative_day, row[0]).value = whole(days, row, 1, -400, 400);
  }
}

void FigureLexicon::read_context(const DictionarySource& source) {
  const DictionaryFile hedges(source, "nl/approximators.tsv", {"form", "place", "effect", "low", "high"});
  for (const DictionaryRow& row : hedges) {
    if (std::ranges::find(kEffects, row[2]) == kEffects.end()) {
      hedges.reject(row, "effect " + quoted(row[2]) + " is unknown",
                    "use approx, approx+min, min, max, zero or none");
    }
    const Category place = row[1] == "after"  ? Category::hedge_after
                           : row[1] == "noun" ? Category::bounding_adjective
                                              : Category::hedge;
    Entry& entry = add(place, row[0]);
    entry.detail = row[2];
    if (!row[3].empty()) entry.low = Decimal(whole(hedges, row, 3, 0, 1000));
    if (!row[4].empty()) entry.high = Decimal(whole(hedges, row, 4, 0, 1000));
  }
  const DictionaryFile references(source, "nl/figure-references.tsv", {"form", "kind"});
  for (const DictionaryRow& row : references) {
    if (row[1] != "reference" && row[1] != "strict" && row[1] != "contact") {
      references.reject(row, "kind " + quoted(row[1]) + " is unknown", "use reference, strict or contact");
    }
    add(row[1] == "contact" ? Category::contact : Category::reference, row[0]).detail = row[1];
  }
  const DictionaryFile functions(source, "nl/uncounted-words.tsv", {"form"});
  for (const DictionaryRow& row : functions) add(Category::function, row[0]);
  const DictionaryFile rules(source, "nl/figure-rules.tsv", {"rule", "says"});
  for (const DictionaryRow& row : rules) rules_.emplace(row[0], row[1]);
  const DictionaryFile roles(source, "nl/figure-words.tsv", {"form", "role"});
  for (const DictionaryRow& row : roles) {
    const auto name = std::ranges::find(kRoleNames, row[1]);
    if (name == kRoleNames.end()) {
      roles.reject(row, "role " + quoted(row[1]) + " is unknown", "use a role of another line");
    }
    Entry& entry = add(Category::role, row[0]);
    entry.value = name - kRoleNames.begin();
    if (entry.words.size() != 1) continue;
    Word& word = words_[entry.words.front()];
    word.roles |= std::uint64_t{1} << entry.value;
    if (entry.value == static_cast<std::int64_t>(Role::glued)) word.parts_from_digits = true;
  }
}

void FigureLexicon::link_entries() {
  starts_.resize(words_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    starts_[entry.words.front()] |= 1u << bit(entry.category);
    words_[entry.words.front()].first_of.push_back(i);
    words_[entry.words.back()].stops |= 1u << bit(entry.category);
    words_[entry.words.back()].last_of.push_back(i);
  }
  // The categories a figure may begin with; roles that begin one are listed by name.
  std::uint32_t anchors = 0;
  for (const Category category : {Category::cardinal, Category::ordinal, Category::fraction, Category::vague,
                                  Category::magnitude, Category::currency, Category::month, Category::weekday,
                                  Category::reference, Category::contact, Category::numbered_division}) {
    anchors |= 1u << bit(category);
  }
  const std::uint32_t relative_anchors = 1u << bit(Category::relative_day);
  const auto roles_of = [](std::initializer_list<Role> roles) {
    std::uint64_t set = 0;
    for (const Role role : roles) set |= std::uint64_t{1} << static_cast<unsigned>(role);
    return set;
  };
  const std::uint64_t anchor_roles =
      roles_of({Role::decade, Role::last, Role::minus, Role::percentage_of, Role::week});
  const std::uint64_t relative_roles =
      roles_of({Role::previous, Role::current, Role::next, Role::over, Role::in, Role::after});
  const std::uint32_t dates = 1u << bit(Category::month) | 1u << bit(Category::weekday) |
                              1u << bit(Category::ordinal) | 1u << bit(Category::numbered_division);
  const std::uint64_t date_roles = roles_of({Role::decade, Role::last, Role::week});
  for (std::size_t word = 0; word < words_.size(); ++word) {
    if ((starts_[word] & dates) != 0 || (words_[word].roles & date_roles) != 0) starts_[word] |= kDateBit;
    if ((starts_[word] & anchors) != 0 || (words_[word].roles & anchor_roles) != 0)
      starts_[word] |= kAnchorBit;
    if ((starts_[word] & relative_anchors) != 0 || (words_[word].roles & relative_roles) != 0)
      starts_[word] |= kRelativeAnchorBit;
  }
  for (const Entry& entry : entries_) {
    if (entry.category == Category::hedge && entry.detail == "zero")
      starts_[entry.words.front()] |= kAnchorBit;
  }
  starts_[kNumberWord] |= kAnchorBit | kDateBit;
  const auto longer = [&](std::uint32_t a, std::uint32_t b) {
    return entries_[a].words.size() > entries_[b].words.size();
  };
  for (Word& word : words_) {
    std::ranges::stable_sort(word.first_of, longer);
    std::ranges::stable_sort(word.last_of, longer);
  }
  std::size_t size = 1024;
  while (size < building_.size() * 4 && size < kMostWords * 4) size *= 2;
  slots_.resize(size);
  for (const auto& [form, word] : building_) {
    const std::uint32_t hash = letters_hash(form);
    std::size_t at = hash & (size - 1);
    while (slots_[at].word != kUnknownWord) at = (at + 1) & (size - 1);
    slots_[at] = {.hash = hash,
                  .word = word,
                  .size = static_cast<std::uint16_t>(form.size()),
                  .offset = static_cast<std::uint32_t>(forms_.size())};
    forms_ += form;
    if (!form.empty()) sizes_[static_cast<unsigned char>(form.front())] |= size_bit(form.size());
  }
  building_.clear();
  for (std::size_t c = 0; c < symbols_.size(); ++c) {
    const char form = static_cast<char>(c);
    symbols_[c] = word(std::string_view(&form, 1));
  }
}

std::string_view FigureLexicon::explain(std::string_view rule) const {
  const auto found = rules_.find(rule);
  return found == rules_.end() ? std::string_view() : std::string_view(found->second);
}

EntryMatch FigureLexicon::longest_match(std::span<const Piece> pieces, std::size_t at,
                                        Category category) const {
  for (const std::uint32_t i : words_[pieces[at].word].first_of) {
    const Entry& entry = entries_[i];
    if (entry.category == category && stands_at(entry, pieces, at)) {
      return {.entry = &entry, .begin = at, .end = at + entry.words.size()};
    }
  }
  return {};
}

EntryMatch FigureLexicon::match_before(std::span<const Piece> pieces, std::size_t end,
                                       Category category) const {
  if (end == 0 || end > pieces.size() || !ends(pieces[end - 1].word, category)) return {};
  for (const std::uint32_t i : words_[pieces[end - 1].word].last_of) {
    const Entry& entry = entries_[i];
    if (entry.category == category && entry.words.size() <= end &&
        stands_at(entry, pieces, end - entry.words.size())) {
      return {.entry = &entry, .begin = end - entry.words.size(), .end = end};
    }
  }
  return {};
}

EntryMatch FigureLexicon::match_role(std::span<const Piece> pieces, std::size_t at, Role role) const {
  if (at >= pieces.size() || !begins(pieces[at].word, Category::role)) return {};
  for (const std::uint32_t i : words_[pieces[at].word].first_of) {
    const Entry& entry = entries_[i];
    if (entry.category == Category::role && entry.value == static_cast<std::int64_t>(role) &&
        stands_at(entry, pieces, at)) {
      return {.entry = &entry, .begin = at, .end = at + entry.words.size()};
    }
  }
  return {};
}

bool FigureLexicon::stands_at(const Entry& entry, std::span<const Piece> pieces, std::size_t at) {
  if (at + entry.words.size() > pieces.size()) return false;
  for (std::size_t i = 0; i < entry.words.size(); ++i) {
    if (pieces[at + i].word != entry.words[i]) return false;
    if (i > 0 && pieces[at + i].gap >= Gap::paragraph) return false;
  }
  return true;
}

}  // namespace vraagbaak::analysis

// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/verdict_words.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::query {

namespace {

std::unordered_map<std::string, std::string> read_sentences(const analysis::DictionarySource& dictionaries,
                                                            std::string_view name) {
  std::unordered_map<std::string, std::string> sentences;
  for (const analysis::DictionaryRow& row :
       analysis::DictionaryFile(dictionaries, name, {"key", "sentence"})) {
    sentences[std::string(row[0])] = std::string(row[1]);
  }
  return sentences;
}

}  // namespace

VerdictWords::VerdictWords(const analysis::DictionarySource& dictionaries)
    : dutch_(read_sentences(dictionaries, "nl/verdict-sentences.tsv")),
      english_(read_sentences(dictionaries, "en/verdict-sentences.tsv")) {}

std::string VerdictWords::say(std::string_view language, std::string_view key,
                              std::initializer_list<std::string_view> fillings) const {
  const auto& sentences = language == "en" ? english_ : dutch_;
  const auto found = sentences.find(std::string(key));
  return found == sentences.end() ? "" : filled_in(found->second, fillings);
}

std::string filled_in(std::string_view pattern, std::initializer_list<std::string_view> fillings) {
  std::string said;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                         pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    if (!is_slot) {
      said += pattern[i];
      continue;
    }
    const auto slot = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (slot < fillings.size()) said += fillings.begin()[slot];
    i += 2;
  }
  return said;
}

std::string grouped(const Decimal& value, std::string_view language) {
  const bool english = language == "en";
  const std::string plain = value.normalized().print();
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text;
  for (std::size_t i = 0; i < point; ++i) {
    const bool inner = i > 0 && plain[i - 1] != '-';
    if (inner && (point - i) % 3 == 0) text += english ? ',' : '.';
    text += plain[i];
  }
  if (point < plain.size()) text.append(english ? "." : ",").append(plain.substr(point + 1));
  return text;
}

std::string spoken(const Figure& figure, std::string_view language) {
  if (figure.from || figure.to)
    return (figure.from ? figure.from->iso() : "") + " – " + (figure.to ? figure.to->iso() : "");
  if (figure.date) return figure.date->iso();
  if (!figure.value) return "";
  if (figure.kind == FigureKind::ratio) return grouped(figure.value->rounded(4), language);
  std::string text = grouped(*figure.value, language);
  const bool has_name = figure.kind != FigureKind::count && !figure.unit.empty();
  if (has_name) text += " " + figure.unit;
  return text;
}

std::string difference(const Decimal& claimed, const Decimal& stated, const VerdictWords& words,
                       std::string_view language) {
  if (claimed.is_zero() || stated.is_zero()) return "";
  const Decimal a = claimed.absolute();
  const Decimal b = stated.absolute();
  const bool claims_more = a > b;
  const auto times = claims_more ? divide(a, b, 1) : divide(b, a, 1);
  if (!times) return "";
  if (*times >= Decimal(2))
    return words.say(language, claims_more ? "times_too_much" : "times_too_little",
                     {grouped(*times, language)});
  const auto gap = subtract(a, b);
  if (!gap) return "";
  const auto share = divide(gap->absolute().shifted(2).value_or(Decimal(0)), b, 1);
  if (!share || share->is_zero()) return "";
  return words.say(language, claims_more ? "too_much" : "too_little",
                   {grouped(gap->absolute(), language), grouped(*share, language)});
}

}  // namespace vraagbaak::query

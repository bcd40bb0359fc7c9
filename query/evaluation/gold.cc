// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/gold.h"

#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <algorithm>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

#include "model/error.h"

namespace vraagbaak::query {
namespace {

using Json = nlohmann::json;
using Span = std::pair<std::size_t, std::size_t>;

bool is_given(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && !found->is_null();
}

std::string text_of(const Json& json, const char* key) {
  if (!is_given(json, key)) return "";
  const Json& value = json.at(key);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// A decimal may stand there as a number too.
std::optional<Decimal> decimal_of(const Json& json, const char* key) {
  return is_given(json, key) ? Decimal::parse(text_of(json, key)) : std::nullopt;
}

std::size_t offset_of(const Json& json, const char* key) {
  return json.at(key).get<std::size_t>();
}

Span span_of(const Json& json) {
  return {json.at(0).get<std::size_t>(), json.at(1).get<std::size_t>()};
}

GoldAnswer answer_of(const Json& json) {
  GoldAnswer answer;
  answer.text = text_of(json, "text");
  answer.has_value = is_given(json, "value");
  answer.value = decimal_of(json, "value");
  answer.unit = text_of(json, "unit");
  answer.date = text_of(json, "date");
  answer.from = text_of(json, "from");
  answer.to = text_of(json, "to");
  answer.document = text_of(json, "doc");
  answer.evidence = text_of(json, "evidence");
  return answer;
}

GoldQuestion question_of(const Json& json) {
  GoldQuestion question;
  question.id = text_of(json, "id");
  question.language = is_given(json, "lang") ? text_of(json, "lang") : "?";
  question.question = text_of(json, "question");
  question.type = json.at("type").get<std::string>();
  for (const Json& answer : json.at("answers")) question.answers.push_back(answer_of(answer));
  question.all = is_given(json, "all") && json.at("all").get<bool>();
  question.document = text_of(json, "doc");
  question.evidence = text_of(json, "evidence");
  return question;
}

GoldClaim claim_of(const Json& json) {
  GoldClaim claim;
  claim.id = text_of(json, "id");
  claim.language = is_given(json, "lang") ? text_of(json, "lang") : "?";
  claim.claim = text_of(json, "claim");
  claim.verdict = json.at("verdict").get<std::string>();
  return claim;
}

GoldFigure figure_of(const Json& json) {
  GoldFigure figure;
  figure.start = offset_of(json, "start");
  figure.end = offset_of(json, "end");
  figure.text = text_of(json, "text");
  figure.kind = json.at("kind").get<std::string>();
  figure.has_value = is_given(json, "value");
  figure.value = decimal_of(json, "value");
  figure.date = text_of(json, "date");
  figure.from = text_of(json, "from");
  figure.to = text_of(json, "to");
  figure.subject = text_of(json, "subject");
  figure.measure = text_of(json, "measure");
  figure.period = text_of(json, "period");
  figure.place = text_of(json, "place");
  figure.in_table = !text_of(json, "row").empty() || !text_of(json, "column").empty();
  return figure;
}

GoldEntity entity_of(const Json& json) {
  return {offset_of(json, "start"), offset_of(json, "end"), json.at("label").get<std::string>()};
}

template <typename Item, typename Read>
GoldPassage<Item> passage_of(const Json& json, const char* list, Read read) {
  GoldPassage<Item> passage;
  passage.id = text_of(json, "id");
  passage.document = json.at("doc").get<std::string>();
  passage.start = offset_of(json, "start");
  passage.end = offset_of(json, "end");
  passage.text = text_of(json, "text");
  for (const Json& item : json.at(list)) passage.items.push_back(read(item));
  return passage;
}

GoldAliases aliases_of(const Json& json) {
  GoldAliases aliases;
  aliases.document = json.at("doc").get<std::string>();
  for (const Json& group : json.at("groups")) aliases.groups.push_back(group.get<std::vector<std::string>>());
  return aliases;
}

GoldLinks links_of(const Json& json) {
  GoldLinks links;
  links.document = json.at("doc").get<std::string>();
  for (const Json& pair : json.at("pairs")) {
    links.pairs.push_back({text_of(pair, "label"), span_of(pair.at("question")), span_of(pair.at("answer"))});
  }
  if (is_given(json, "unanswered")) {
    for (const Json& label : json.at("unanswered")) links.unanswered.push_back(label.get<std::string>());
  }
  return links;
}

// First and last day of a candidate: a plain day, or an object with date or from and to.
std::pair<std::string, std::string> candidate_of(const Json& json) {
  if (!json.is_object()) {
    const std::string day = json.is_string() ? json.get<std::string>() : json.dump();
    return {day, day};
  }
  const std::string date = text_of(json, "date");
  const std::string from = text_of(json, "from");
  const std::string to = text_of(json, "to");
  return {from.empty() ? date : from, to.empty() ? date : to};
}

ExpectedNumber expected_of(const Json& json) {
  ExpectedNumber expected;
  if (is_given(json, "start")) expected.span = Span{offset_of(json, "start"), offset_of(json, "end")};
  expected.has_value = json.contains("value");
  expected.value = decimal_of(json, "value");
  expected.rounded = decimal_of(json, "value_rounded");
  expected.min = decimal_of(json, "min");
  expected.max = decimal_of(json, "max");
  expected.unit = text_of(json, "unit");
  expected.date = text_of(json, "date");
  expected.from = text_of(json, "from");
  expected.to = text_of(json, "to");
  if (is_given(json, "candidates")) {
    for (const Json& candidate : json.at("candidates"))
      expected.candidates.push_back(candidate_of(candidate));
  }
  return expected;
}

NumberCase number_of(const Json& json) {
  NumberCase number;
  number.id = text_of(json, "id");
  number.input = json.at("input").get<std::string>();
  number.model = json.at("model").get<std::string>();
  if (is_given(json, "tier")) number.tier = json.at("tier").get<int>();
  number.reference = PartialDate::parse_iso(text_of(json, "reference").substr(0, 10));
  for (const Json& expected : json.at("expected")) number.expected.push_back(expected_of(expected));
  return number;
}

void add_object(GoldFile& gold, const Json& json) {
  if (json.contains("question") && json.contains("answers")) {
    gold.questions.push_back(question_of(json));
  } else if (json.contains("claim") && json.contains("verdict")) {
    gold.claims.push_back(claim_of(json));
  } else if (json.contains("figures")) {
    gold.figures.push_back(passage_of<GoldFigure>(json, "figures", figure_of));
    for (const GoldFigure& figure : gold.figures.back().items) {
      if (!figure.subject.empty() || !figure.measure.empty() || !figure.period.empty() ||
          !figure.place.empty())
        gold.has_subjects = true;
    }
  } else if (json.contains("entities")) {
    gold.entities.push_back(passage_of<GoldEntity>(json, "entities", entity_of));
  } else if (json.contains("groups")) {
    gold.aliases.push_back(aliases_of(json));
  } else if (json.contains("pairs")) {
    gold.links.push_back(links_of(json));
  } else if (json.contains("input") && json.contains("expected")) {
    gold.numbers.push_back(number_of(json));
  } else {
    throw std::invalid_argument("its keys are those of no gold that can be scored");
  }
}

int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// A line of CoNLL-U. Surface tokens count: a range line (3-4) once, not the words it covers, nor empty nodes
// (5.1).
void add_treebank_line(const std::string& line, TreebankSentence& sentence, int& covered) {
  std::vector<std::string> columns;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    columns.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  if (columns.size() != 10)
    throw std::invalid_argument("has " + std::to_string(columns.size()) + " columns, not 10");
  const std::string& id = columns[0];
  if (id.find('.') != std::string::npos) return;
  if (const std::size_t dash = id.find('-'); dash != std::string::npos) {
    covered = number_in(std::string_view(id).substr(dash + 1));
  } else if (number_in(id) <= covered) {
    return;
  }
  std::string misc = "|";
  misc.append(columns[9]).append("|");
  sentence.emplace_back(columns[1], misc.find("|SpaceAfter=No|") == std::string::npos);
}

}  // namespace

GoldFile read_gold(const std::filesystem::path& file) {
  GoldFile gold;
  gold.name = file.string();
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Error(gold.name, "cannot be read", "check the name and its rights");
  const bool is_treebank = file.extension() == ".conllu";
  TreebankSentence sentence;
  int covered = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.ends_with('\r')) line.pop_back();
    try {
      if (!is_treebank) {
        if (line.find_first_not_of(" \t") != std::string::npos) add_object(gold, Json::parse(line));
      } else if (line.empty()) {
        if (!sentence.empty()) gold.treebank.push_back(std::exchange(sentence, {}));
        covered = 0;
      } else if (!line.starts_with('#')) {
        add_treebank_line(line, sentence, covered);
      }
    } catch (const std::exception& problem) {
      throw Error(gold.name + ":" + std::to_string(number), problem.what(),
                  "mend the line or leave the file out");
    }
  }
  if (!sentence.empty()) gold.treebank.push_back(std::move(sentence));
  return gold;
}

}  // namespace vraagbaak::query

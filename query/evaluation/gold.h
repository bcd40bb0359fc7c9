// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/calendar.h"
#include "model/decimal.h"

namespace vraagbaak::query {

// What human readers found in documents, one JSON object a line; docs/EVALUATION.md has the formats. Offsets
// are code points.

struct GoldAnswer {
  std::string text;
  bool has_value = false;        // a value is given …
  std::optional<Decimal> value;  // … and is a decimal
  std::string unit;
  std::string date, from, to;  // ISO 8601
  std::string document;        // where this answer stands, when elsewhere than the question's
  std::string evidence;
};

struct GoldQuestion {
  std::string id, language, question, type;
  std::vector<GoldAnswer> answers;
  bool all = false;      // every one of the answers must be given
  std::string document;  // empty for type none
  std::string evidence;
};

struct GoldClaim {
  std::string id, language, claim;
  std::string verdict;  // supported, refuted, not_found
};

struct GoldFigure {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text, kind;
  bool has_value = false;
  std::optional<Decimal> value;
  std::string date, from, to;
  bool in_table = false;  // a row or a column is given
  // What it is a figure of, where the reader said so.
  std::string subject = {}, measure = {}, period = {}, place = {};
};

struct GoldEntity {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string label;
};

// A passage of which every figure, or every name, is known.
template <typename Item>
struct GoldPassage {
  std::string id, document;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text;
  std::vector<Item> items;
};

// Names that one document uses for the same thing.
struct GoldAliases {
  std::string document;
  std::vector<std::vector<std::string>> groups;
};

struct GoldPair {
  std::string label;
  std::pair<std::size_t, std::size_t> question;
  std::pair<std::size_t, std::size_t> answer;
};

struct GoldLinks {
  std::string document;
  std::vector<GoldPair> pairs;
  std::vector<std::string> unanswered;
};

// What a case of the number suites expects; only what is given counts.
struct ExpectedNumber {
  std::optional<std::pair<std::size_t, std::size_t>> span;
  bool has_value = false;
  std::optional<Decimal> value;
  std::optional<Decimal> rounded;  // right within a ten-thousandth
  std::optional<Decimal> min, max;
  std::string unit;
  std::string date, from, to;
  std::vector<std::pair<std::string, std::string>> candidates;  // from, to: any of these will do
};

struct NumberCase {
  std::string id, input, model;
  int tier = 1;
  std::optional<PartialDate> reference;
  std::vector<ExpectedNumber> expected;
};

// One treebank sentence: its tokens and whether a space follows each.
using TreebankSentence = std::vector<std::pair<std::string, bool>>;

// The content of one gold file; one of the lists is filled.
struct GoldFile {
  std::string name;
  std::vector<GoldQuestion> questions;
  std::vector<GoldClaim> claims;
  std::vector<GoldPassage<GoldFigure>> figures;
  std::vector<GoldPassage<GoldEntity>> entities;
  bool has_subjects = false;  // some figure says what it is a figure of
  std::vector<GoldAliases> aliases;
  std::vector<GoldLinks> links;
  std::vector<NumberCase> numbers;
  std::vector<TreebankSentence> treebank;
};

// Reads a .jsonl or .conllu file and tells by its keys what it holds. Throws Error, naming file and line,
// where it cannot be read or is none of these.
GoldFile read_gold(const std::filesystem::path& file);

}  // namespace vraagbaak::query

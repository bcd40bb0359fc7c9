// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/answer.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Where a proof points: enough to find the same words again, and to see that the document is the same.
struct ProofPlace {
  std::string document;       // as citations show it
  std::string source;         // absolute path of the file it was read from
  std::string source_sha256;  // of the file's bytes; empty where the file could not be read
  std::string text_sha256;    // of the document's stored text
  std::string text;           // what was found: its words …
  std::size_t start = 0;      // … and where, in code points of the document's text
  std::size_t end = 0;
  std::string quote;  // the sentence or row round it
  std::size_t quote_start = 0;
  std::size_t quote_end = 0;
  friend bool operator==(const ProofPlace&, const ProofPlace&) = default;
};

// One answer or verdict, kept.
struct ProofItem {
  std::string kind;     // "answer" or "verdict"
  std::string input;    // the question or claim
  std::string outcome;  // "answered", "not_found", "supported", "refuted"
  std::string value;    // exact decimal, where a figure was found
  std::string unit;
  std::optional<ProofPlace> place;  // none where nothing was found
  friend bool operator==(const ProofItem&, const ProofItem&) = default;
};

// What `ask --proof` and `check --proof` write and `verify` reads.
struct Proof {
  std::string program;  // "vraagbaak 0.1.0": what found it
  std::vector<ProofItem> items;
  friend bool operator==(const Proof&, const Proof&) = default;
};

// Reads the file at an absolute path: its bytes, or nullopt.
using FileBytes = std::optional<std::string> (*)(const std::string& path);

// Keeps an answer or a verdict of that index. Empty text gives no place.
ProofItem proof_of(const Answer& answer, const store::IndexReader& reader, FileBytes read);
ProofItem proof_of(const Verdict& verdict, const store::IndexReader& reader, FileBytes read);

}  // namespace vraagbaak::query

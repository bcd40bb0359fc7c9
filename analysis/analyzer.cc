// SPDX-License-Identifier: EUPL-1.2
#include "analysis/analyzer.h"

#include <algorithm>
#include <utility>

#include "analysis/number_term.h"
#include "analysis/term_cache.h"
#include "analysis/term_packing.h"
#include "analysis/text/decompounder.h"
#include "analysis/text/normalizer.h"
#include "analysis/text/stemmer.h"
#include "analysis/text/stop_words.h"
#include "analysis/text/tokenizer.h"
#include "analysis/text/word_list.h"
#include "analysis/text/word_memo.h"
#include "analysis/text/word_table.h"

namespace vraagbaak::analysis {
namespace {

// To be raised with every change of the program that changes terms.
constexpr int kVersion = 1;

constexpr std::size_t kLongestTerm = 128;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string marked(char mark, std::string_view term) {
  std::string result(1, mark);
  return result.append(term);
}

std::string packed_terms(const std::vector<std::string>& terms) {
  std::string packed;
  for (const std::string& term : terms) pack_term(packed, term, !packed.empty());
  return packed;
}

void cut_to(std::string& term, std::size_t size) {
  if (term.size() <= size) return;
  while (size > 0 && (static_cast<unsigned char>(term[size]) & 0xC0) == 0x80) --size;
  term.resize(size);
}

// n.v. a.u.b. o.a.: every full stop behind a single letter.
bool is_dotted(std::string_view word) {
  if (word.size() < 3) return false;
  for (std::size_t at = 1; at < word.size(); at += 2) {
    if (word[at] != '.' || !is_letter_or_digit(word[at - 1])) return false;
  }
  return true;
}

// The folded word without what spelling adds at will: full stops of abbreviations, brackets, marks of a term.
std::string exact_form(std::string folded) {
  if (is_dotted(folded)) std::erase(folded, '.');
  std::erase_if(folded, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']' || c == ' '; });
  const auto edge = [](char c) {
    return c == '.' || c == '-' || c == '/' || c == '~' || c == '#' || c == '%' || c == '"';
  };
  std::size_t end = folded.size();
  while (end > 0 && edge(folded[end - 1])) --end;
  std::size_t begin = 0;
  while (begin < end && edge(folded[begin])) ++begin;
  std::string form = folded.substr(begin, end - begin);
  cut_to(form, kLongestTerm);
  return form;
}

// A number as one term, without sign and per cent sign.
std::string exact_number(std::string folded) {
  while (!folded.empty() && (folded.back() == '%' || folded.back() == '.' || folded.back() == ','))
    folded.pop_back();
  folded.erase(0, std::min(folded.find_first_not_of("+-~#"), folded.size()));
  cut_to(folded, kLongestTerm);
  return folded;
}

bool is_space_only(std::string_view between) {
  for (const std::string_view space : {" ", "\u00A0", "\u2009", "\u202F", "\u2007"}) {
    if (between == space) return true;
  }
  return false;
}

bool has_digits_only(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The text of "14 000" or "2 345 678,5" that begins with tokens[first]; empty where that token stands alone.
ByteSpan grouped_number(std::string_view text, std::span<const Token> tokens, std::size_t first) {
  const std::string_view head = tokens[first].span.in(text);
  if (head.size() > 3 || !has_digits_only(head)) return {};
  ByteSpan span = tokens[first].span;
  for (std::size_t at = first + 1; at < tokens.size() && tokens[at].kind == TokenKind::number; ++at) {
    const std::string_view group = tokens[at].span.in(text);
    const std::size_t digits = std::min(group.find_first_not_of("0123456789"), group.size());
    if (digits != 3 || !is_space_only(text.substr(span.end, tokens[at].span.begin - span.end))) break;
    if (group.size() > 3 && group[3] != ',' && group[3] != '%') break;
    span.end = tokens[at].span.end;
    if (group.size() > 3) break;
  }
  return span.end == tokens[first].span.end ? ByteSpan{} : span;
}

// Words of a row whose last part is shared: "land-⏎en tuinbouw" is no word that a line end cuts.
bool joins_a_row(std::string_view word) {
  return word == "en" || word == "of" || word == "tot" || word == "noch" || word == "maar";
}

// Where tokens[at] is the first half of a word that a line end cuts (noodza-⏎kelijk): the whole word; else
// empty.
ByteSpan broken_word(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  const std::string_view half = tokens[at].span.in(text);
  if (half.back() != '-' && static_cast<unsigned char>(half.back()) < 0x80) return {};
  if (!half.ends_with('-') && !half.ends_with("\u00AD") && !half.ends_with("\u2010")) return {};
  if (half.size() < 2 || at + 1 == tokens.size() || tokens[at + 1].kind != TokenKind::word) return {};
  const ByteSpan rest = tokens[at + 1].span;
  const std::string_view between = text.substr(tokens[at].span.end, rest.begin - tokens[at].span.end);
  if (between.find('\n') == std::string_view::npos ||
      between.find_first_not_of(" \t\r\n\f") != std::string_view::npos || joins_a_row(rest.in(text))) {
    return {};
  }
  return {tokens[at].span.begin, rest.end};
}

}  // namespace

struct Analyzer::Parts {
  explicit Parts(const DictionarySource& source)
      : words(source),
        tokenizer(source),
        stemmer(source, words),
        decompounder(source, words),
        stop_words(source) {
    std::uint64_t hash = words.fingerprint() + kVersion;
    for (const std::string_view name :
         {"nl/abbreviations.tsv", "nl/clitics.tsv", "nl/compounds.tsv", "nl/irregular-plurals.tsv",
          "nl/irregular-verbs.tsv", "nl/stem-exceptions.tsv", "nl/stopwords.tsv", "nl/verb-prefixes.tsv"}) {
      hash = hash_word(std::to_string(hash)) ^ hash_word(source.text(name));
    }
    fingerprint = hash;
  }

  std::vector<std::string> word_terms(std::string_view word) const;
  std::vector<std::string> number_terms(std::string_view word) const;
  std::vector<std::string> pieces(const std::string& exact) const;
  // Where `normalized` is a word: its stem marked; empty where it has none of its own.
  std::string marked_stem(const std::string& exact) const;

  WordList words;
  Tokenizer tokenizer;
  Stemmer stemmer;
  Decompounder decompounder;
  StopWords stop_words;
  std::uint64_t fingerprint = 0;
  std::uint64_t owner = new_memo_owner();
};

void TermSink::take_packed(std::string_view packed, ByteSpan span, std::uint32_t position) {
  for_each_packed_term(packed, [&](std::string_view term, bool colocated) {
    take(term, span, position, colocated);
    return true;
  });
}

Analyzer::Analyzer(const DictionarySource& source) : parts_(std::make_unique<const Parts>(source)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Term> Analyzer::analyze(std::string_view text) const {
  struct Collector final : TermSink {
    void take(std::string_view term, ByteSpan span, std::uint32_t position, bool colocated) override {
      terms.push_back({std::string(term), span, position, colocated});
    }
    std::vector<Term> terms;
  };
  Collector collector;
  analyze(text, parts_->tokenizer.tokenize(text), collector);
  return std::move(collector.terms);
}

void Analyzer::analyze(std::string_view text, std::span<const Token> tokens, TermSink& sink) const {
  const WordHold hold;
  analyze(text, tokens, number_words(text, tokens), sink);
}

void Analyzer::analyze(std::string_view text, std::span<const Token> tokens,
                       std::span<const WordNumber> numbers, TermSink& sink) const {
  thread_local TermCache thread_cache;
  TermCache& cache = thread_cache;
  cache.open(parts_->owner);
  std::uint32_t position = 0;
  std::string made;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    Token token = tokens[at];
    if (token.kind == TokenKind::punctuation) continue;
    WordNumber number = numbers[at];
    if (token.kind == TokenKind::word) {
      if (const ByteSpan whole = broken_word(text, tokens, at); !whole.empty()) {
        token.span = whole;
        number = WordNumbers::of_thread().number(whole.in(text));
        ++at;
      }
    }
    const auto make = [&] {
      const std::string_view word = token.span.in(text);
      made = packed_terms(token.kind == TokenKind::number ? parts_->number_terms(word)
                                                          : parts_->word_terms(word));
      return std::string_view(made);
    };
    std::string_view packed;
    if (number == 0) {
      packed = make();
    } else {
      const std::string_view* const known = cache.find(number);
      packed = known != nullptr ? *known : cache.add(number, make());
    }
    if (packed.empty()) continue;  // a token of signs only
    sink.take_packed(packed, token.span, position);
    if (token.kind == TokenKind::number) {
      if (const ByteSpan group = grouped_number(text, tokens, at); !group.empty()) {
        if (const auto plain = plain_number(group.in(text)))
          sink.take(marked('#', *plain), group, position, true);
      }
    }
    ++position;
  }
}

std::vector<std::string> Analyzer::Parts::word_terms(std::string_view word) const {
  std::vector<std::string> terms;
  const std::string exact = exact_form(normalize(word, words));
  if (exact.empty()) return terms;
  terms.push_back(exact);
  const auto add = [&](std::string term) {
    if (!term.empty() && std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
  };
  if (exact.size() == kLongestTerm || stop_words.contains(exact, Language::nl)) return terms;
  add(marked_stem(exact));
  for (const std::string& piece : pieces(exact)) add(marked('~', stemmer.stem(piece)));
  return terms;
}

std::vector<std::string> Analyzer::Parts::number_terms(std::string_view word) const {
  std::vector<std::string> terms;
  std::string exact = exact_number(normalize(word));
  if (exact.empty()) return terms;
  terms.push_back(std::move(exact));
  for (std::string& number : plain_numbers(word)) {
    cut_to(number, kLongestTerm - 1);
    terms.push_back(marked('#', number));
  }
  return terms;
}

std::string Analyzer::Parts::marked_stem(const std::string& exact) const {
  return marked('~', stemmer.stem(exact));
}

// The parts of a compound, and the words between hyphens and slashes.
std::vector<std::string> Analyzer::Parts::pieces(const std::string& exact) const {
  if (exact.find('/') == std::string::npos) return decompounder.parts(exact);
  std::vector<std::string> pieces;
  for (std::string_view rest = exact; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    if (end > 1) pieces.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return pieces;
}

std::string Analyzer::exact_term(std::string_view word) const {
  return exact_form(normalize(word, parts_->words));
}

std::string Analyzer::stem_term(std::string_view word) const {
  std::string exact = exact_term(word);
  if (exact.empty() || exact.size() == kLongestTerm || parts_->stop_words.contains(exact, Language::nl))
    return exact;
  return parts_->marked_stem(exact);
}

std::vector<std::string> Analyzer::part_terms(std::string_view word) const {
  std::vector<std::string> terms;
  for (const std::string& piece : parts_->pieces(exact_term(word))) {
    std::string term = marked('~', parts_->stemmer.stem(piece));
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
  }
  return terms;
}

std::optional<std::string> Analyzer::number_term(std::string_view word) {
  const auto number = plain_number(word);
  if (!number) return std::nullopt;
  std::string term = marked('#', *number);
  cut_to(term, kLongestTerm);
  return term;
}

std::string Analyzer::fingerprint() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += kDigits[(parts_->fingerprint >> shift) & 0xF];
  return hex;
}

std::string Analyzer::word_list_description() const {
  return parts_->words.description();
}

}  // namespace vraagbaak::analysis

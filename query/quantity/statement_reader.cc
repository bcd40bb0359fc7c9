// SPDX-License-Identifier: EUPL-1.2
#include "query/quantity/statement_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <utility>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/answer/term_matcher.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// A word of substance: its stem and where it stands.
struct StatementReader::Word {
  std::string stem;
  ByteSpan span;
};

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <typename T>
void make_set(std::vector<T>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool is_quantity(const Figure& figure) {
  return figure.value && !is_temporal(figure.kind) && figure.kind != FigureKind::ordinal_ref;
}

// Two figures of one sentence that could stand for one another.
bool are_peers(const Figure& a, const Figure& b) {
  const auto plain = [](FigureKind kind) { return kind == FigureKind::count || kind == FigureKind::number; };
  return a.kind == b.kind || (plain(a.kind) && plain(b.kind));
}

void add_years(std::vector<int>& years, const Figure& time) {
  const auto add = [&](const std::optional<PartialDate>& date) {
    if (date && date->year != 0) years.push_back(date->year);
  };
  add(time.date);
  add(time.from);
  add(time.to);
}

std::string iso_of(const Figure& time) {
  if (time.from || time.to)
    return (time.from ? time.from->iso() : "") + "/" + (time.to ? time.to->iso() : "");
  return time.date ? time.date->iso() : "";
}

}  // namespace

std::vector<int> years_in_header(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  constexpr int kFirst = 1830;  // as in analysis/figures: what reads as a year
  constexpr int kLast = 2100;
  std::vector<int> years;
  for (std::size_t i = 0; i + kDigits <= text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool is_inner = i > 0 && (text[i - 1] == '.' || text[i - 1] == ',');
    if (end - i == kDigits && !is_inner) {
      int year = 0;
      std::from_chars(text.data() + i, text.data() + end, year);
      if (year >= kFirst && year <= kLast) years.push_back(year);
    }
    i = std::max(end, i + 1);
  }
  return years;
}

std::string_view to_string(Standing standing) {
  switch (standing) {
    case Standing::realised:
      return "realised";
    case Standing::budgeted:
      return "budgeted";
    case Standing::estimated:
      return "estimated";
    case Standing::unsaid:
      break;
  }
  return "unsaid";
}

StatementReader::StatementReader(const analysis::DictionarySource& dictionaries,
                                 const analysis::Analyzer& analyzer)
    : analyzer_(analyzer), tokenizer_(dictionaries), segmenter_(dictionaries), cutter_(dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "nl/statement-words.tsv", {"word", "role"});
  const std::map<std::string_view, Role> names = {
      {"budgeted", Role::budgeted}, {"estimated", Role::estimated},
      {"realised", Role::realised}, {"deictic", Role::deictic},
      {"now", Role::now},           {"light", Role::light}};
  for (const analysis::DictionaryRow& row : file) {
    const auto role = names.find(row[1]);
    if (role == names.end())
      file.reject(row, std::string(row[1]) + " is no role",
                  "write budgeted, estimated, realised, deictic, now or light");
    if (role->second == Role::light) {
      light_.insert(analyzer_.stem_term(row[0]));
    } else {
      roles_[analysis::normalize(row[0])].push_back(role->second);
    }
  }
  for (const analysis::DictionaryRow& row :
       analysis::DictionaryFile(dictionaries, "nl/measures.tsv", {"form", "measure", "particle"})) {
    light_.insert(analyzer_.stem_term(row[0]));
  }
}

std::vector<StatementReader::Word> StatementReader::words_of(std::string_view text) const {
  std::vector<Word> words;
  std::optional<std::uint32_t> taken;  // the position whose stem is known
  for (const analysis::Term& term : analyzer_.analyze(text)) {
    if (!term.text.starts_with('~') || taken == term.position) continue;
    taken = term.position;
    words.push_back({term.text, term.span});
  }
  return words;
}

std::vector<std::string> StatementReader::terms_in(std::string_view text) const {
  std::vector<std::string> terms;
  for (Word& word : words_of(text)) terms.push_back(std::move(word.stem));
  make_set(terms);
  return terms;
}

void StatementReader::add_roles(StatedFigure& stated, std::string_view text, ByteSpan part) const {
  const std::string folded = analysis::normalize(part.in(text));
  bool budgeted = false;
  bool estimated = false;
  bool realised = false;
  std::string word;
  const auto close = [&] {
    const auto found = roles_.find(word);
    if (found != roles_.end()) {
      for (const Role role : found->second) {
        budgeted = budgeted || role == Role::budgeted;
        estimated = estimated || role == Role::estimated;
        realised = realised || role == Role::realised;
        stated.is_deictic = stated.is_deictic || role == Role::deictic;
        stated.is_now = stated.is_now || role == Role::now;
      }
    }
    word.clear();
  };
  for (const char c : folded) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (is_letter) {
      word += c;
    } else {
      close();
    }
  }
  close();
  // "het begrote bedrag is volledig uitgegeven" says two things: the surer the claim, the less it is certain.
  stated.standing = estimated  ? Standing::estimated
                    : budgeted ? Standing::budgeted
                    : realised ? Standing::realised
                               : Standing::unsaid;
}

void StatementReader::read_cell(StatedFigure& stated, const std::string& caption) const {
  const Figure& figure = stated.record.figure;
  const std::string headers = figure.row + " . " + figure.column;
  stated.own = terms_in(headers);
  stated.terms = stated.own;
  for (std::string& term : terms_in(caption)) stated.terms.push_back(std::move(term));
  make_set(stated.terms);
  stated.years = years_in_header(headers);
  for (const int year : years_in_header(headers + " . " + caption)) {
    stated.times.push_back(std::to_string(year));
  }
  const std::string all = headers + " . " + caption;
  add_roles(stated, all, {0, all.size()});
}

void StatementReader::read_prose(StatedFigure& stated, const PassageReading& reading,
                                 const std::vector<Word>& words, ByteSpan own) const {
  const ByteSpan sentence = reading.local(stated.sentence);
  const auto in_figure = [&](ByteSpan word) {
    return std::ranges::any_of(reading.figures, [&](const store::FigureRecord& other) {
      return reading.local(other.figure.span).overlaps(word);
    });
  };
  const auto first =
      std::ranges::lower_bound(words, sentence.begin, {}, [](const Word& word) { return word.span.begin; });
  for (auto word = first; word != words.end() && word->span.begin < sentence.end; ++word) {
    if (in_figure(word->span)) continue;
    stated.terms.push_back(word->stem);
    if (own.contains(word->span.begin)) stated.own.push_back(word->stem);
  }
  make_set(stated.terms);
  make_set(stated.own);
  for (const store::FigureRecord& time : reading.figures) {
    const ByteSpan span = reading.local(time.figure.span);
    if (!is_temporal(time.figure.kind) || !sentence.contains(span.begin)) continue;
    stated.times.push_back(iso_of(time.figure));
    if (own.contains(span.begin)) add_years(stated.years, time.figure);
  }
  for (const store::MentionRecord& mention : reading.mentions) {
    if (sentence.contains(reading.local(mention.span).begin)) stated.names.push_back(mention.entity);
  }
  make_set(stated.names);
  add_roles(stated, reading.text(), sentence);
}

std::vector<StatedFigure> StatementReader::read(const FoundPassage& passage,
                                                const store::IndexReader& reader) const {
  const PassageReading reading = read_passage(passage, 0, segmenter_, cutter_, reader);
  const bool has_quantity = std::ranges::any_of(
      reading.figures, [](const store::FigureRecord& record) { return is_quantity(record.figure); });
  if (!has_quantity) return {};
  const std::vector<Word> words = words_of(reading.text());
  std::vector<store::TableRecord> tables;
  bool has_tables = false;
  std::vector<StatedFigure> all;
  for (std::size_t i = 0; i < reading.figures.size(); ++i) {
    const store::FigureRecord& record = reading.figures[i];
    if (!is_quantity(record.figure)) continue;
    StatedFigure stated;
    stated.record = record;
    stated.document = passage.record.document;
    stated.section = passage.record.section;
    stated.side = passage.side;
    const ByteSpan span = reading.local(record.figure.span);
    if (record.table) {
      if (!has_tables) tables = reader.tables(passage.record.document);
      has_tables = true;
      stated.sentence = reading.in_document(reading.line_at(span));
      read_cell(stated, *record.table < tables.size() ? tables[*record.table].table.caption : "");
    } else {
      const ByteSpan sentence = reading.sentences[reading.sentence_at(span.begin)];
      stated.sentence = reading.in_document(sentence);
      ByteSpan between = sentence;
      stated.peers = 0;
      for (const store::FigureRecord& other : reading.figures) {
        const ByteSpan place = reading.local(other.figure.span);
        if (!sentence.contains(place.begin) || !is_quantity(other.figure) ||
            !are_peers(other.figure, record.figure)) {
          continue;
        }
        if (place.begin < span.begin) {
          ++stated.rank;
          between.begin = std::max(between.begin, std::min(place.end, span.begin));
        }
        if (place.begin > span.begin) between.end = std::min(between.end, place.begin);
        ++stated.peers;
      }
      read_prose(stated, reading, words, analysis::clause_round(reading.breaks, between, span));
    }
    stated.says_time = !stated.times.empty();
    if (!record.figure.period.empty()) {
      stated.times.push_back(record.figure.period);
      if (stated.years.size() != 1) stated.years = years_in_header(record.figure.period);
    }
    make_set(stated.times);
    make_set(stated.years);
    all.push_back(std::move(stated));
  }
  return all;
}

std::vector<StatedFigure> StatementReader::read(store::DocumentId document,
                                                const store::IndexReader& reader) const {
  const Question nothing;
  const TermMatcher matcher(nothing, analyzer_, tokenizer_);
  const auto view = std::make_shared<DocumentView>(reader, matcher, document);
  std::vector<StatedFigure> all;
  for (store::PassageRecord& record : reader.passages(document)) {
    if (record.kind == PassageKind::furniture) continue;
    FoundPassage passage;
    passage.side = view->side_of(record.section);
    passage.record = std::move(record);
    passage.document = view;
    for (StatedFigure& stated : read(passage, reader)) all.push_back(std::move(stated));
  }
  return all;
}

}  // namespace vraagbaak::query

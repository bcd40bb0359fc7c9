// SPDX-License-Identifier: EUPL-1.2
#include "query/render/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "model/offset_map.h"
#include "query/answer/snippet.h"

namespace vraagbaak::query::render {
namespace {

// `text` and spaces behind it up to `width` code points.
std::string padded(std::string text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  if (length < width) text.append(width - length, ' ');
  return text;
}

// Line numbers of rising byte offsets, counted from 1.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  std::size_t line_at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset > seen_) {
      line_ += static_cast<std::size_t>(std::ranges::count(text_.substr(seen_, offset - seen_), '\n'));
      seen_ = offset;
    }
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t seen_ = 0;
  std::size_t line_ = 1;
};

// `text` in lines of at most `width` code points, each behind `indent` spaces; a longer word keeps a line of
// its own.
std::string wrapped(const std::string& text, std::size_t indent, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = std::string_view(text).substr(at, end - at);
    std::size_t length = count_code_points(word);
    if (const std::size_t escape = word.find('\x1b'); escape != std::string_view::npos) {
      length -= std::min<std::size_t>(length, 8);  // an escape sequence takes no room
    }
    if (column > 0 && indent + column + 1 + length > width) {
      out += '\n';
      column = 0;
    }
    out.append(column == 0 ? std::string(indent, ' ') : " ").append(word);
    column += (column == 0 ? 0 : 1) + length;
    at = end + 1;
  }
  return out + "\n";
}

std::string two_decimals(double value) {
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 2).ptr;
  return {digits.data(), end};
}

// The quote with the answer in it made strong.
std::string quote_of(const Citation& citation, std::string_view answer, const Style& style) {
  const std::string quote = printable(citation.quote);
  const std::string sought = printable(answer);
  const std::size_t at = sought.empty() ? std::string::npos : quote.find(sought);
  if (at == std::string::npos) return quote;
  return quote.substr(0, at) + style.strong(sought) + quote.substr(at + sought.size());
}

bool is_bare_number(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ' ' || c == '-' || c == '+';
}

// What is said, on one line: the answer, and in brackets the same fact in another unit.
std::string headline(const Candidate& candidate, std::span<const Candidate> also) {
  std::string said = printable(candidate.text);
  if (candidate.figure && candidate.figure->value && !candidate.figure->unit.empty() &&
      std::ranges::all_of(said, is_bare_number)) {  // a table cell: its unit stands in the caption or header
    said += " = " + candidate.figure->value->print() + " " + candidate.figure->unit;
  }
  for (const Candidate& other : also) {
    if (other.same_fact) said += " (" + printable(other.text) + ")";
  }
  return said;
}

std::string candidate_text(const Candidate& candidate, std::span<const Candidate> also, const Style& style,
                           bool explain) {
  constexpr std::size_t kIndent = 4;
  std::string out;
  for (const std::string& item : candidate.items) out += "  - " + style.good(printable(item)) + "\n";
  if (candidate.items.empty()) out += style.good(wrapped(headline(candidate, also), 2, style.width));
  std::string said = "confidence " + two_decimals(candidate.confidence);
  if (candidate.figure) said = describe(*candidate.figure) + ", " + said;
  if (candidate.operands.empty() && printable(candidate.text) != printable(candidate.citation.quote)) {
    out += wrapped(quote_of(candidate.citation, candidate.text, style), kIndent, style.width);
  }
  if (!candidate.operands.empty()) {
    out += "    " + style.dim(candidate.operation + " of what the documents state; " + said) + "\n";
    for (const Candidate& operand : candidate.operands) out += candidate_text(operand, {}, style, explain);
    return out;
  }
  out += "    " + style.place(describe(candidate.citation)) + "\n    " + style.dim(said) + "\n";
  if (explain) {
    for (const FeatureValue& feature : candidate.features) {
      out += "      " + padded(printable(feature.name), 28) + padded(two_decimals(feature.value), 10) +
             two_decimals(feature.contribution) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (byte < 0x20 || byte == 0x7F) {
      line += '?';
    } else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      line += '?';  // U+0080–U+009F: control characters, some of which terminals obey
      ++i;
    } else {
      line += text[i];
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string describe(const Figure& figure) {
  std::string words(to_string(figure.kind));
  const auto add = [&](std::string_view piece) { words.append(" ").append(piece); };
  if (figure.value && !figure.date && !figure.from) add(figure.value->print());
  if (!figure.unit.empty()) add(figure.unit);
  if (figure.date) add(figure.date->iso());
  if (figure.from || figure.to) {
    add((figure.from ? figure.from->iso() : "") + ".." + (figure.to ? figure.to->iso() : ""));
  }
  if (figure.approx) add("approx");
  if (figure.bound != FigureBound::none) add(to_string(figure.bound));
  if (!figure.row.empty()) add("row: " + figure.row);
  if (!figure.column.empty()) add("column: " + figure.column);
  return printable(words);
}

std::string extract_text(std::string_view heading, std::string_view text, std::span<const Figure> figures,
                         const EntityList& names, const Style& style) {
  constexpr std::size_t kTextColumn = 32;
  std::string out;
  LineCounter figure_line(text);
  for (const Figure& figure : figures) {
    const std::string number = std::to_string(figure_line.line_at(figure.span.begin));
    out += "  " + style.dim(padded(number, 5)) +
           style.strong(padded(printable(figure.span.in(text)), kTextColumn)) + " " + describe(figure) + "\n";
  }
  LineCounter mention_line(text);
  for (const Mention& mention : names.mentions) {
    const std::string number = std::to_string(mention_line.line_at(mention.span.begin));
    out += "  " + style.dim(padded(number, 5)) +
           style.strong(padded(printable(mention.span.in(text)), kTextColumn)) + " " +
           std::string(to_string(mention.kind)) + "\n";
  }
  return out.empty() ? out : style.place(printable(heading)) + "\n" + out;
}

std::string describe(const Citation& citation) {
  std::string place = printable(citation.document);
  for (const std::string& copy : citation.copies) place += " = " + printable(copy);
  if (!citation.section.empty()) place += ", " + printable(citation.section);
  if (citation.page) place += ", page " + std::to_string(*citation.page);
  if (!citation.sheet.empty()) place += ", sheet " + printable(citation.sheet);
  if (!citation.cell.empty()) place += ", cell " + citation.cell;
  return place;
}

namespace {

// What kinds of answer are looked for, and a line for each term: its weight and how documents may say it.
std::string understanding_text(const Understanding& understanding, const Style& style) {
  constexpr std::size_t kWordColumn = 28;
  constexpr std::size_t kWeightColumn = 10;
  constexpr double kLeastShown = 0.01;
  std::string kinds;
  for (const auto& [kind, share] : understanding.kinds) {
    if (share >= kLeastShown) kinds += (kinds.empty() ? "" : ", ") + kind + " " + two_decimals(share);
  }
  std::string out = style.dim("understood as: " + (kinds.empty() ? "anything" : kinds)) + "\n";
  for (const TermReading& term : understanding.terms) {
    std::string said;
    for (const auto& [words, strength] : term.said_as) {
      said += (said.empty() ? "" : ", ") + printable(words) + " " + two_decimals(strength);
    }
    out += "  " + padded(printable(term.word), kWordColumn) +
           padded(two_decimals(term.weight), kWeightColumn) + (term.is_absent ? "in no document" : said) +
           "\n";
  }
  return out + "\n";
}

}  // namespace

std::string answer_text(const Answer& answer, const Style& style, bool explain) {
  constexpr std::size_t kNearest = 3;  // passages shown where there is no answer
  std::string out;
  for (const auto& [typed, meant] : answer.read_as) {
    out += style.dim("(read \"" + printable(typed) + "\" as \"" + printable(meant) + "\")") + "\n";
  }
  if (explain && answer.understanding) out += understanding_text(*answer.understanding, style);
  if (answer.best) {
    out += candidate_text(*answer.best, answer.also, style, explain);
    bool first = true;
    for (const Candidate& candidate : answer.also) {
      if (candidate.same_fact) continue;
      if (std::exchange(first, false)) out += "\nalso stated:\n";
      out += candidate_text(candidate, {}, style, explain);
    }
    return out;
  }
  out += style.bad("not found") + (answer.reason.empty() ? "" : ": " + printable(answer.reason)) + "\n";
  if (!answer.passages.empty()) out += "\nnearest:\n";
  for (std::size_t i = 0; i < std::min(kNearest, answer.passages.size()); ++i) {
    const Citation& passage = answer.passages[i];
    out += "  " + style.place(describe(passage)) + "\n";
    out += wrapped(printable(make_snippet(passage.quote, {}, 3 * style.width)), 4, style.width);
  }
  return out;
}

std::string verdict_text(const Verdict& verdict, const Style& style) {
  const bool good = verdict.verdict == VerdictKind::supported;
  const std::string name =
      verdict.verdict == VerdictKind::not_found ? "not found" : std::string(to_string(verdict.verdict));
  std::string out = (good ? style.good(name) : style.bad(name)) + "\n";
  out += wrapped(printable(verdict.explanation), 2, style.width);
  if (!verdict.found) return out;
  out += wrapped(quote_of(verdict.found->citation, verdict.found->text, style), 4, style.width);
  out += "    " + style.place(describe(verdict.found->citation)) + "\n    ";
  std::string said = "confidence " + two_decimals(verdict.confidence);
  if (verdict.found->figure) said = describe(*verdict.found->figure) + ", " + said;
  return out + style.dim(said) + "\n";
}

std::string search_text(const SearchResult& result, std::size_t offset, const Style& style) {
  std::string out;
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    const SearchHit& hit = result.hits[i];
    const std::string title = printable(hit.citation.title);
    out += style.dim(std::to_string(offset + i + 1) + ".") + " " + style.place(describe(hit.citation)) +
           (title.empty() ? "" : "  " + style.strong(title)) + "\n";
    const std::string snippet = style.color ? mark_matches(hit.snippet, "\x1b[1;31m", "\x1b[0m")
                                            : mark_matches(hit.snippet, "**", "**");
    out += wrapped(snippet, 3, style.width);
    for (const Citation& answer : hit.answers) out += "   answer: " + style.place(describe(answer)) + "\n";
    for (const Citation& annex : hit.annexes) out += "   annex: " + style.place(describe(annex)) + "\n";
  }
  return out;
}

// "   of: renovatie van de brug · besteed · 2016 · Gent", a line; empty where nothing is known.
std::string about(const Figure& figure) {
  std::string line;
  for (const std::string* part : {&figure.subject, &figure.measure, &figure.period, &figure.place}) {
    if (!part->empty()) line.append(line.empty() ? "   of: " : " · ").append(printable(*part));
  }
  return line.empty() ? line : line + "\n";
}

std::string figure_text(const ListedFigure& listed, const Style& style) {
  std::string out = style.place(describe(listed.citation)) + "  " + style.strong(printable(listed.text)) +
                    "  " + describe(listed.figure) + "\n";
  out += about(listed.figure);
  return out + wrapped(quote_of(listed.citation, listed.text, style), 3, style.width);
}

std::string entity_text(const ListedEntity& entity, const Style& style) {
  std::string out = style.strong(printable(entity.name)) + "  " + std::string(to_string(entity.kind)) + "  " +
                    style.dim(std::to_string(entity.mentions.size()) +
                              (entity.mentions.size() == 1 ? " mention" : " mentions"));
  std::string aliases;
  for (const std::string& alias : entity.aliases) aliases += (aliases.empty() ? "" : "; ") + printable(alias);
  if (!aliases.empty()) out.append("  = ").append(aliases);
  return out + "\n";
}

}  // namespace vraagbaak::query::render

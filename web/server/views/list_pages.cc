// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/list_pages.h"

#include <algorithm>

#include "query/claim/verdict_words.h"
#include "web/server/views/marked_text.h"
#include "web/server/views/parts.h"
#include "web/server/views/table_order.h"

namespace vraagbaak::web {
namespace {

using query::AuditFinding;
using query::ListedEntity;
using query::ListedFigure;
using query::ListedTable;

constexpr std::size_t kMentionsShown = 5;
constexpr std::size_t kTableRowsShown = 40;

void write_place(HtmlWriter& html, const PageContext& context, const Citation& citation, std::size_t start,
                 std::size_t end) {
  html.element("a", {{"href", place_address(citation.document, start, end)}},
               citation.title.empty() ? citation.document : citation.title);
  const std::string place = place_name(context, citation);
  if (!place.empty()) html.element("span", {{"class", "section"}}, place);
}

// What the index holds, and since when.
void write_status(HtmlWriter& html, const PageContext& context, const IndexSession& session) {
  const Scope section(html, "section", {{"aria-labelledby", "status"}});
  html.element("h2", {{"id", "status"}, {"class", "sr-only"}}, context.say("documents.status"));
  const Scope list(html, "dl", {{"class", "metadata"}});
  const auto entry = [&](std::string_view key, const std::string& value) {
    const Scope pair(html, "div");
    html.element("dt", {}, context.say(key));
    html.element("dd", {}, value);
  };
  const store::IndexCounts& counts = session.counts;
  entry("documents.count", context.number(counts.documents));
  entry("documents.passages", context.number(counts.passages));
  entry("documents.figures", context.number(counts.figures));
  entry("documents.entities", context.number(counts.entities));
  entry("documents.text", context.number(counts.bytes / 1'000'000) + " MB");
  entry("documents.updated", session.updated());
  entry("documents.file", session.file().string());
}

void write_query_field(HtmlWriter& html, const PageContext& context, std::string_view key) {
  write_field(html, {"q", context.say(key), context.request.query});
}

// A column header that sorts by it: how it is sorted now, and the address that sorts it otherwise.
void write_sorted_header(HtmlWriter& html, const std::string& label, std::string_view now,
                         const std::string& address, bool is_number) {
  const Scope header(html, "th",
                     {{"scope", "col"}, {"class", is_number ? "number" : ""}, {"aria-sort", now}});
  html.element("a", {{"href", address}, {"rel", "nofollow"}},
               label + (now == "descending"  ? " ↓"
                        : now == "ascending" ? " ↑"
                                             : " ↕"));
}

void write_value_header(HtmlWriter& html, const PageContext& context) {
  const bool is_largest = context.request.figure_order == store::FigureOrder::largest;
  const bool is_smallest = context.request.figure_order == store::FigureOrder::smallest;
  const std::string next = is_largest ? "smallest" : is_smallest ? "" : "largest";
  write_sorted_header(html, context.say("column.value"),
                      is_largest    ? "descending"
                      : is_smallest ? "ascending"
                                    : "none",
                      changed_address(context.request, {{"sort", next}, {"offset", ""}}), true);
}

void write_figure_row(HtmlWriter& html, const PageContext& context, const ListedFigure& listed) {
  const Figure& figure = listed.figure;
  const Scope row(html, "tr");
  {
    const Scope cell(html, "td", {{"class", "number"}});
    html.element("a", {{"href", place_address(listed.citation.document, listed.start, listed.end)}},
                 listed.text);
  }
  html.element("td", {{"class", "number"}}, query::spoken(figure, context.language));
  html.element("td", {}, context.say(joined("kind.", to_string(figure.kind))));
  std::string about = figure.subject;
  for (const std::string* part : {&figure.measure, &figure.place, &figure.row, &figure.column}) {
    if (!part->empty()) about += (about.empty() ? "" : " · ") + *part;
  }
  html.element("td", {}, about);
  html.element("td", {}, figure.period);
  const Scope cell(html, "td", {{"class", "place"}});
  write_place(html, context, listed.citation, listed.citation.start, listed.citation.end);
}

void write_table_row(HtmlWriter& html, const ListedTable& table, const query::ListedRow& listed) {
  const Scope row(html, "tr");
  html.element("th", {{"scope", "row"}}, listed.header);
  std::size_t column = 0;
  for (const query::ListedCell& cell : listed.cells) {
    for (; column < std::min(cell.cell.column, table.columns.size()); ++column) html.element("td", {}, "");
    const Scope data(html, "td", {{"class", cell.figures.empty() ? "" : "number"}});
    html.element("a", {{"href", place_address(table.citation.document, cell.start, cell.end)}}, cell.text);
    ++column;
  }
  for (; column < table.columns.size(); ++column) html.element("td", {}, "");
}

// The header of a table: each column sorts it, largest first where it holds values.
void write_table_head(HtmlWriter& html, const PageContext& context, const ListedTable& table,
                      std::size_t position) {
  const std::optional<TableSort>& sort = context.request.table_sort;
  const Scope head(html, "thead");
  const Scope row(html, "tr");
  for (std::size_t column = 0; column <= table.columns.size(); ++column) {
    const bool is_number = column > 0 && holds_values(table, column);
    const std::string_view first = is_number ? "descending" : "ascending";
    const std::string_view second = is_number ? "ascending" : "descending";
    std::string_view now = "none";
    if (sort && sort->table == position && sort->column == column)
      now = sort->is_descending ? "descending" : "ascending";
    const std::string next(now == "none" ? first : now == first ? second : "");
    const auto kept = [&](std::size_t number) { return next.empty() ? "" : std::to_string(number); };
    write_sorted_header(
        html, column == 0 ? context.say("tables.row") : table.columns[column - 1], now,
        changed_address(context.request,
                        {{"table", kept(position)}, {"column", kept(column)}, {"sort", next}}) +
            numbered("#table", position),
        is_number);
  }
}

// `position`: in the whole list, from 1.
void write_table(HtmlWriter& html, const PageContext& context, const ListedTable& table,
                 std::size_t position) {
  const Scope section(html, "section", {{"class", "listed-table"}, {"id", numbered("table", position)}});
  {
    const Scope heading(html, "h2");
    html.element("a", {{"href", place_address(table.citation)}},
                 table.caption.empty() ? context.say("tables.numbered", {std::to_string(table.number)})
                                       : table.caption);
  }
  {
    const Scope line(html, "p", {{"class", "source"}});
    write_place(html, context, table.citation, table.citation.start, table.citation.end);
    if (!table.unit.empty()) html.element("span", {{"class", "unit"}}, table.unit);
  }
  const std::optional<TableSort>& sort = context.request.table_sort;
  const bool is_sorted = sort && sort->table == position;
  std::vector<const query::ListedRow*> rows =
      ordered_rows(table, is_sorted ? sort->column : kNone, is_sorted && sort->is_descending);
  const std::size_t more = rows.size() - std::min(kTableRowsShown, rows.size());
  rows.resize(rows.size() - more);
  {
    const Scope scroll(
        html, "div",
        {{"class", "scroll"},
         {"tabindex", "0"},
         {"role", "group"},
         {"aria-label", table.caption.empty() ? context.say("tables.numbered", {std::to_string(table.number)})
                                              : table.caption}});
    const Scope element(html, "table");
    write_table_head(html, context, table, position);
    const Scope body(html, "tbody");
    for (const query::ListedRow* listed : rows) write_table_row(html, table, *listed);
  }
  if (more == 0) return;
  const Scope line(html, "p", {{"class", "note"}});
  html.element("a", {{"href", place_address(table.citation)}},
               context.say("tables.more", {context.number(more)}));
}

}  // namespace

std::string write_figures_page(const PageContext& context, const Part<ListedFigure>& figures) {
  return write_list_page(
      context, "figures", figures.entries.size(), figures.total,
      [&](HtmlWriter& html) {
        write_query_field(html, context, "field.words");
        write_field(html, {"subject", context.say("field.subject"), typed(context, "subject")});
        write_choice(html, "kind", context.say("facet.kind"), typed(context, "kind"), figure_kinds(context));
        write_field(html, {"unit", context.say("field.unit"), typed(context, "unit")});
        write_field(html, {"min", context.say("field.min"), typed(context, "min")});
        write_field(html, {"max", context.say("field.max"), typed(context, "max")});
        write_field(html, {"year", context.say("facet.year"), typed(context, "year"), "2015..2017"});
        write_field(html, {"document", context.say("field.document"), typed(context, "document")});
      },
      [&](HtmlWriter& html) {
        const Scope scroll(html, "div",
                           {{"class", "scroll"},
                            {"tabindex", "0"},
                            {"role", "group"},
                            {"aria-label", context.say("nav.figures")}});
        const Scope table(html, "table", {{"class", "list"}});
        {
          const Scope head(html, "thead");
          const Scope row(html, "tr");
          html.element("th", {{"scope", "col"}, {"class", "number"}}, context.say("column.figure"));
          write_value_header(html, context);
          for (const char* key : {"facet.kind", "column.about", "column.period", "column.place"})
            html.element("th", {{"scope", "col"}}, context.say(key));
        }
        const Scope body(html, "tbody");
        for (const ListedFigure& listed : figures.entries) write_figure_row(html, context, listed);
      });
}

std::string write_tables_page(const PageContext& context, const Part<ListedTable>& tables) {
  return write_list_page(
      context, "tables", tables.entries.size(), tables.total,
      [&](HtmlWriter& html) {
        write_query_field(html, context, "field.words");
        write_field(html, {"document", context.say("field.document"), context.request.document});
      },
      [&](HtmlWriter& html) {
        std::size_t position = context.request.offset;
        for (const ListedTable& table : tables.entries) write_table(html, context, table, ++position);
      });
}

std::string write_entities_page(const PageContext& context, const Part<ListedEntity>& entities) {
  return write_list_page(
      context, "entities", entities.entries.size(), entities.total,
      [&](HtmlWriter& html) {
        write_query_field(html, context, "field.name");
        std::vector<std::pair<std::string, std::string>> kinds = {{"", context.say("choice.any")}};
        for (const char* kind : {"person", "organisation", "place", "programme", "legislation"})
          kinds.emplace_back(kind, context.say(std::string("name.") + kind));
        write_choice(html, "kind", context.say("field.name_kind"), typed(context, "kind"), kinds);
        write_field(html, {"document", context.say("field.document"), context.request.document});
      },
      [&](HtmlWriter& html) {
        const Scope list(html, "ul", {{"class", "entries names"}});
        for (const ListedEntity& entity : entities.entries) {
          const Scope entry(html, "li");
          {
            const Scope line(html, "p", {{"class", "entry-value"}});
            html.text(entity.name);
            html.element("span", {{"class", "badge"}}, context.say(joined("name.", to_string(entity.kind))));
          }
          std::string aliases;
          for (const std::string& alias : entity.aliases) aliases += (aliases.empty() ? "= " : "; ") + alias;
          if (!aliases.empty()) html.element("p", {{"class", "aliases"}}, aliases);
          const Scope line(html, "p", {{"class", "source"}});
          html.text(context.say(entity.mentions.size() == 1 ? "entities.mention" : "entities.mentions",
                                {context.number(entity.mentions.size())}));
          for (std::size_t i = 0; i < std::min(kMentionsShown, entity.mentions.size()); ++i) {
            const query::ListedMention& mention = entity.mentions[i];
            html.text(" ");
            html.element("a", {{"href", place_address(mention.document, mention.start, mention.end)}},
                         mention.document);
          }
        }
      });
}

std::string write_audit_page(const PageContext& context, const Part<AuditFinding>& findings) {
  return write_list_page(
      context, "audit", findings.entries.size(), findings.total,
      [&](HtmlWriter& html) {
        write_field(html, {"document", context.say("field.document"), context.request.document});
        write_choice(html, "all", context.say("audit.show"), typed(context, "all"),
                     {{"", context.say("audit.differing")}, {"1", context.say("audit.everything")}});
      },
      [&](HtmlWriter& html) {
        const Scope list(html, "ul", {{"class", "entries"}});
        for (const AuditFinding& finding : findings.entries) {
          const std::string kind(to_string(finding.arithmetic.kind));
          const Scope entry(html, "li", {{"class", "finding " + kind}});
          {
            const Scope line(html, "p", {{"class", "entry-value"}});
            html.element("span", {{"class", "badge"}}, context.say("finding." + kind));
            html.text(" " + context.say(joined("check.", to_string(finding.check))));
          }
          const auto amount = [&](const Decimal& value) {
            const std::string text = query::grouped(value, context.language);
            return finding.unit.empty() ? text : text + " " + finding.unit;
          };
          html.element("p", {{"class", "reckoning"}},
                       context.say("audit.reckoning",
                                   {amount(finding.arithmetic.stated), amount(finding.arithmetic.computed),
                                    query::grouped(finding.arithmetic.difference, context.language)}));
          write_quote(html, finding.citation, finding.stated.start, finding.stated.end);
          write_source(html, context, finding.citation);
          if (finding.base) write_source(html, context, *finding.base);
        }
      });
}

std::string write_documents_page(const PageContext& context, const IndexSession& session,
                                 const Part<store::DocumentRecord>& documents) {
  return write_list_page(
      context, "documents", documents.entries.size(), documents.total,
      [&](HtmlWriter& html) { write_query_field(html, context, "field.title"); },
      [&](HtmlWriter& html) {
        write_status(html, context, session);
        const Scope scroll(html, "div",
                           {{"class", "scroll"},
                            {"tabindex", "0"},
                            {"role", "group"},
                            {"aria-label", context.say("nav.documents")}});
        const Scope table(html, "table", {{"class", "list"}});
        {
          const Scope head(html, "thead");
          const Scope row(html, "tr");
          for (const char* key : {"document.title", "document.type", "document.date", "document.author",
                                  "document.addressee", "document.characters"})
            html.element("th", {{"scope", "col"}}, context.say(key));
        }
        const Scope body(html, "tbody");
        for (const store::DocumentRecord& record : documents.entries) {
          const Metadata& metadata = record.metadata;
          const Scope row(html, "tr");
          {
            const Scope cell(html, "td");
            html.element("a", {{"href", place_address(record.path, 0, 0)}},
                         metadata.title.empty() ? record.path : metadata.title);
            html.element("span", {{"class", "path"}}, record.path);
            for (const std::string& copy : record.copies)
              html.element("span", {{"class", "path"}}, "= " + copy);
          }
          html.element("td", {},
                       type_name(metadata.type) + (metadata.number.empty() ? "" : " " + metadata.number));
          html.element("td", {{"class", "nowrap"}}, metadata.date ? metadata.date->iso() : "");
          html.element("td", {}, metadata.author);
          html.element("td", {}, metadata.addressee);
          html.element("td", {{"class", "number"}}, context.number(record.code_point_count));
        }
      });
}

}  // namespace vraagbaak::web

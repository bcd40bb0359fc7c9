// SPDX-License-Identifier: EUPL-1.2
#include "query/render/status_report.h"

#include <algorithm>
#include <cstdio>

#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

using Counts = std::vector<store::IndexStatus::Count>;

Json counts_json(const char* key, const Counts& counts) {
  Json json = Json::array();
  for (const auto& count : counts) json.push_back(Json{{key, count.name}, {"documents", count.documents}});
  return json;
}

Json run_json(const store::IndexStatus& status) {
  const store::RunRecord& run = status.last_run;
  return Json{{"finished", run.finished}, {"seconds", run.seconds},       {"added", run.added},
              {"updated", run.updated},   {"unchanged", run.unchanged},   {"removed", run.removed},
              {"renamed", run.renamed},   {"duplicates", run.duplicates}, {"failed", run.failed}};
}

// What a failure is called: its file, and the part of it.
std::string path_of(const store::FileFailure& failure) {
  return failure.part.empty() ? failure.document_path : failure.document_path + "/" + failure.part;
}

std::string size_text(std::uint64_t bytes) {
  char text[32];
  const auto size = static_cast<double>(bytes);
  if (size < 1e6) {
    std::snprintf(text, sizeof text, "%.1f kB", size / 1e3);
  } else {
    std::snprintf(text, sizeof text, "%.1f MB", size / 1e6);
  }
  return text;
}

// Names on the left, values to the right, as wide as the longest of both.
class Columns {
 public:
  void add(std::string name, std::string value) { rows_.emplace_back(std::move(name), std::move(value)); }
  std::string print(const std::string& heading, const Style& style) const {
    if (rows_.empty()) return "";
    std::size_t name_width = 0;
    std::size_t value_width = 0;
    for (const auto& [name, value] : rows_) {
      name_width = std::max(name_width, name.size());
      value_width = std::max(value_width, value.size());
    }
    std::string out = style.strong(heading) + "\n";
    for (const auto& [name, value] : rows_) {
      out += "  " + name + std::string(name_width - name.size() + 2 + value_width - value.size(), ' ') +
             value + "\n";
    }
    return out;
  }

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
};

std::string counts_text(const std::string& heading, const Counts& counts, const Style& style) {
  Columns columns;
  for (const auto& count : counts)
    columns.add(count.name.empty() ? "(not known)" : printable(count.name), std::to_string(count.documents));
  return columns.print(heading, style);
}

std::string explain(const StatusReport& report) {
  if (report.state == "updating") return "a run is bringing it up to date";
  if (report.state == "stopped")
    return "its last update was stopped: run `vraagbaak index` again, it goes on";
  if (report.state == "outdated") {
    return "made by another version or with other dictionaries: `vraagbaak index` builds it again";
  }
  if (report.state == "building") return "its first build is under way";
  if (report.state == "unfinished")
    return "its first build was stopped: run `vraagbaak index` again, it goes on";
  return "ready";
}

std::string number_of(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

std::string last_run_text(const store::RunRecord& run) {
  if (run.finished.empty()) return "";
  std::string text = "last run " + run.finished;
  const auto add = [&](std::size_t count, const char* what) {
    if (count > 0) text += ", " + std::to_string(count) + " " + what;
  };
  add(run.added, "added");
  add(run.updated, "updated");
  add(run.unchanged, "unchanged");
  add(run.renamed, "renamed");
  add(run.removed, "removed");
  add(run.failed, "failed");
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, ", in %.1f s", run.seconds);
  return text + seconds + "\n";
}

std::string versions_text(const StatusReport& report, const Style& style) {
  std::string out = style.strong("versions") + "\n";
  out += "  program " + report.program + ", index format " + std::to_string(report.status.schema_version);
  if (report.status.schema_version != report.schema)
    out += " (this program: " + std::to_string(report.schema) + ")";
  out += ", SQLite " + report.sqlite + "\n";
  out += "  analysis " + printable(report.status.fingerprint) + "\n";
  out += "  program and dictionaries " + printable(report.status.made_by) +
         (report.is_up_to_date ? ": as they are now" : ": others than now") + "\n";
  return out;
}

}  // namespace

std::string status_json(const StatusReport& report) {
  const store::IndexStatus& status = report.status;
  Json json;
  json["index"] = report.index;
  json["state"] = report.state;
  json["up_to_date"] = report.is_up_to_date;
  json["documents"] = status.counts.documents;
  json["files"] = status.files;
  json["passages"] = status.counts.passages;
  json["figures"] = status.counts.figures;
  json["entities"] = status.counts.entities;
  json["tables"] = status.tables;
  json["bytes"] = status.counts.bytes;
  json["types"] = counts_json("type", status.types);
  json["formats"] = counts_json("format", status.formats);
  json["languages"] = counts_json("language", status.languages);
  json["failed"] = Json::array();
  for (const store::FileFailure& failure : status.failures) {
    json["failed"].push_back(
        Json{{"path", path_of(failure)}, {"error", failure.reason}, {"source", failure.source}});
  }
  json["size"]["total"] = report.bytes;
  json["size"]["parts"] = Json::array();
  for (const auto& part : status.parts)
    json["size"]["parts"].push_back(Json{{"part", part.name}, {"bytes", part.bytes}});
  json["versions"] = Json{{"program", report.program},
                          {"format", status.schema_version},
                          {"sqlite", report.sqlite},
                          {"analysis", status.fingerprint},
                          {"made_by", status.made_by}};
  if (!status.last_run.finished.empty()) json["last_run"] = run_json(status);
  if (report.build) {
    json["build"] = Json{{"state", report.build->is_running ? "running" : "stopped"},
                         {"documents", report.build->documents}};
  }
  if (report.damage) json["damage"] = *report.damage;
  return dump(json);
}

std::string status_text(const StatusReport& report, const Style& style) {
  const store::IndexStatus& status = report.status;
  const std::string state = explain(report);
  std::string out = style.strong(printable(report.index)) + ": " +
                    (report.state == "ready" ? style.good(state) : style.bad(state)) + "\n";
  if (report.build && report.state != "building" && report.state != "unfinished") {
    out += std::string("a new build ") + (report.build->is_running ? "is under way" : "was stopped") + ", " +
           number_of(report.build->documents, "document", "documents") + " so far\n";
  }
  out += last_run_text(status.last_run);
  out += "\n" + number_of(status.counts.documents, "document", "documents") + " in " +
         number_of(status.files, "file", "files") + ", " + std::to_string(status.counts.passages) +
         " passages, " + std::to_string(status.tables) + " tables, " + std::to_string(status.counts.figures) +
         " figures, " + std::to_string(status.counts.entities) + " names\n";
  out += counts_text("types", status.types, style);
  out += counts_text("formats", status.formats, style);
  out += counts_text("languages", status.languages, style);
  Columns parts;
  for (const auto& part : status.parts) parts.add(part.name, size_text(part.bytes));
  out += parts.print(
      "size: " + size_text(report.bytes) + " for " + size_text(status.counts.bytes) + " of text", style);
  out += versions_text(report, style);
  if (!status.failures.empty()) {
    out += style.strong("not read: " + std::to_string(status.failures.size())) + "\n";
    for (const store::FileFailure& failure : status.failures)
      out += "  " + style.place(printable(path_of(failure))) + ": " + printable(failure.reason) + "\n";
  }
  if (report.damage) {
    out += style.strong("check") + "\n";
    if (report.damage->empty()) out += "  " + style.good("whole") + "\n";
    for (const std::string& damage : *report.damage) out += "  " + style.bad(printable(damage)) + "\n";
  }
  return out;
}

}  // namespace vraagbaak::query::render

// SPDX-License-Identifier: EUPL-1.2
#include "importer/importer.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "indexer/readers/sniff.h"

namespace vraagbaak::importer {
namespace {

// Bytes of a page of a list, or of a record; those of the services are well below one.
constexpr std::uint64_t kLargestList = 16U << 20;
// Documents that fail one after the other: the service is not well, or does not want us.
constexpr std::size_t kMostFailuresInARow = 5;
// Files that a record may name; annexes of a question are a handful.
constexpr std::size_t kMostFilesOfARecord = 50;

// What a file is called behind its name; for people, as readers go by content.
std::string_view extension_of(std::string_view bytes) {
  using indexer::FileKind;
  switch (indexer::sniff(bytes)) {
    case FileKind::pdf:
      return ".pdf";
    case FileKind::docx:
      return ".docx";
    case FileKind::xlsx:
      return ".xlsx";
    case FileKind::open_text:
      return ".odt";
    case FileKind::open_sheet:
      return ".ods";
    case FileKind::old_word:
      return ".doc";
    case FileKind::old_excel:
      return ".xls";
    case FileKind::rtf:
      return ".rtf";
    case FileKind::html:
      return ".html";
    case FileKind::xml:
      return ".xml";
    case FileKind::zip:
      return ".zip";
    case FileKind::text:
      return bytes.starts_with('{') || bytes.starts_with('[') ? ".json" : ".txt";
    default:
      return ".bin";
  }
}

class Run {
 public:
  Run(const ImportSource& source, Fetcher& fetcher, ImportFolder& folder, const ImportOptions& options)
      : source_(source), fetcher_(fetcher), folder_(folder), options_(options) {}

  ImportSummary follow_list() {
    std::set<std::string> pages;
    std::string page = source_.first_page();
    while (!page.empty()) {
      // A list that leads in a circle ends where it began.
      if (!pages.insert(page).second) break;
      const auto bytes = fetcher_.get(page, source_.accept(), kLargestList);
      if (!bytes) return stop(bytes.problem());
      auto list = source_.read_page(*bytes, page);
      if (!list) return stop(list.problem());
      for (const ListedDocument& listed : list->documents) {
        if (!seen_.insert(listed.address).second) continue;
        if (summary_.documents >= options_.most || looked_at_ >= options_.most_looked_at) {
          summary_.has_more = true;
          return std::move(summary_);
        }
        take(listed);
        if (failures_ >= kMostFailuresInARow) {
          return stop({std::string(source_.name()),
                       std::to_string(failures_) + " documents in a row could not be fetched",
                       "try again later: what is there stays"});
        }
        if (options_.progress) options_.progress({summary_.documents, options_.most, summary_.bytes});
      }
      page = list->next;
    }
    return std::move(summary_);
  }

 private:
  ImportSummary stop(Problem problem) {
    summary_.stopped = std::move(problem);
    return std::move(summary_);
  }

  void fail(Problem problem) {
    summary_.failed.push_back(std::move(problem));
    ++failures_;
  }

  void take(const ListedDocument& listed) {
    if (!listed.is_record) {
      if (fetch_file(listed, listed.address, "")) ++summary_.documents;
      return;
    }
    if (folder_.holds(listed.address)) return count_kept(1);
    if (const auto files = folder_.files_of_record(listed.address); !files.empty()) {
      return count_kept(files.size());
    }
    if (folder_.passed_over(listed.address, options_.query)) {
      ++summary_.passed_over;
      return;
    }
    take_record(listed);
  }

  void take_record(const ListedDocument& listed) {
    const auto bytes = fetcher_.get(listed.address, source_.accept(), kLargestList);
    if (!bytes) return fail(bytes.problem());
    const auto record = source_.read_record(*bytes, listed);
    if (!record) return fail(record.problem());
    ListedDocument document = listed;
    if (document.title.empty()) document.title = record->title;
    if (document.date.empty()) document.date = record->date;
    if (!record->is_wanted) {
      ++summary_.passed_over;
      ++looked_at_;
      failures_ = 0;
      ManifestEntry entry = entry_for(document, listed.address);
      entry.passed_over = options_.query;
      folder_.note(entry);
      return;
    }
    if (record->files.empty()) {
      store(document, listed.address, "", *bytes);
      ++summary_.documents;
      return;
    }
    bool all = true;
    for (std::size_t i = 0; i < std::min(record->files.size(), kMostFilesOfARecord); ++i)
      all = fetch_file(document, record->files[i], listed.address) && all;
    if (!all) return;
    folder_.note(entry_for(document, listed.address));
    ++summary_.documents;
  }

  // Whether the file is in the folder now.
  bool fetch_file(const ListedDocument& document, const std::string& address, const std::string& record) {
    if (folder_.holds(address)) {
      ++summary_.kept;
      return true;
    }
    const auto too_large = [&] {
      return Problem{address, "is larger than " + std::to_string(options_.largest_file >> 20U) + " MiB",
                     "it is left out: --max-size takes larger ones"};
    };
    if (document.size > options_.largest_file && record.empty()) {
      fail(too_large());
      failures_ = 0;  // nothing was asked of the service
      return false;
    }
    const auto bytes = fetcher_.get(address, "*/*", options_.largest_file);
    if (!bytes) {
      fail(bytes.problem());
      return false;
    }
    if (bytes->empty()) {
      fail({address, "is empty", "it is left out"});
      return false;
    }
    store(document, address, record, *bytes);
    return true;
  }

  void store(const ListedDocument& document, const std::string& address, const std::string& record,
             std::string_view bytes) {
    ManifestEntry entry = entry_for(document, address);
    entry.record = record;
    folder_.store(entry, document.id, extension_of(bytes), bytes);
    ++summary_.fetched;
    summary_.bytes += bytes.size();
    failures_ = 0;
  }

  ManifestEntry entry_for(const ListedDocument& document, const std::string& address) const {
    ManifestEntry entry;
    entry.source = source_.name();
    entry.id = document.id;
    entry.title = document.title;
    entry.date = document.date;
    entry.address = address;
    entry.licence = source_.licence();
    entry.fetched = options_.now();
    return entry;
  }

  void count_kept(std::size_t files) {
    summary_.kept += files;
    ++summary_.documents;
  }

  const ImportSource& source_;
  Fetcher& fetcher_;
  ImportFolder& folder_;
  const ImportOptions& options_;
  ImportSummary summary_;
  std::set<std::string> seen_;
  std::size_t failures_ = 0;
  std::size_t looked_at_ = 0;
};

}  // namespace

ImportSummary import_documents(const ImportSource& source, Fetcher& fetcher, ImportFolder& folder,
                               const ImportOptions& options) {
  return Run(source, fetcher, folder, options).follow_list();
}

}  // namespace vraagbaak::importer

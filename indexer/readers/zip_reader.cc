// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/zip_reader.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "indexer/readers/text_composer.h"
#include "indexer/readers/zip_archive.h"

namespace vraagbaak::indexer {
namespace {

// Folders, and what file managers leave beside documents.
bool is_passed_over(std::string_view entry) {
  const std::size_t slash = entry.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? entry : entry.substr(slash + 1);
  return file.empty() || file.starts_with('.') || entry.starts_with("__MACOSX/");
}

}  // namespace

Result<SourceText> read_zip(std::string bytes, std::string_view name, const ReadOptions& options) {
  auto archive = ZipArchive::open(bytes, name);
  if (!archive) return archive.problem();
  TextComposer composer;
  composer.metadata().title = std::filesystem::path(name).stem().string();
  std::vector<Problem> left_out;
  std::vector<Page> pages;
  bool all_paged = true;
  std::size_t page_begin = 0;
  const std::vector<ZipArchive::Entry> entries = archive.value().entries();
  for (const ZipArchive::Entry& entry : entries) {
    if (is_passed_over(entry.name)) continue;
    auto content = archive.value().read(entry.name);
    if (!content) {
      left_out.push_back({entry.name, content.problem().what, content.problem().mend});
      continue;
    }
    if (sniff(*content) == FileKind::zip) {
      left_out.push_back({entry.name, "is an archive in an archive", "unpack it"});
      continue;
    }
    auto document = read_document(std::move(content).value(), entry.name, options);
    if (!document) {
      left_out.push_back(document.problem());
      continue;
    }
    if (composer.size() + document->text.size() > kLargestText) {
      return Problem{std::string(name),
                     "holds more than " + std::to_string(kLargestText >> 20) + " MiB of text", "unpack it"};
    }
    composer.begin_heading(1);
    composer.text(entry.name);
    composer.end_paragraph();
    const std::size_t begin = composer.size();
    composer.append(document.value(), 1);
    all_paged = all_paged && !document->pages.empty();
    for (const Page& page : document->pages) {
      pages.push_back({page.number, {page_begin, begin + page.span.end}});
      page_begin = begin + page.span.end;
    }
  }
  SourceText source = composer.finish();
  source.left_out = std::move(left_out);
  if (source.text.empty()) {
    if (!source.left_out.empty()) {
      const Problem& first = source.left_out.front();
      return Problem{std::string(name), "holds nothing that can be read: " + first.where + " " + first.what,
                     first.mend};
    }
    return source;
  }
  if (all_paged && !pages.empty()) {
    pages.back().span.end = source.text.size();
    source.pages = std::move(pages);
  }
  return source;
}

}  // namespace vraagbaak::indexer

// SPDX-License-Identifier: EUPL-1.2
#include "web/server/page_pictures.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <vector>

#include "digest/sha256.h"
#include "system/file_bytes.h"

namespace vraagbaak::web {
namespace {

// Pixels of the longer side: A4 at some 140 dots an inch, legible on a screen of twice the usual density.
constexpr int kPictureSize = 1600;
// A page of text takes a tenth of a second and some 30 MB; a map or a scan more. The time is less than a
// request has.
constexpr system::ChildLimits kLimits = {
    .time = std::chrono::seconds(8), .memory = 512U << 20, .output = 16U << 20, .file = 64U << 20};
// No larger file is indexed (indexer/readers/reader.h).
constexpr std::uint64_t kLargestFile = 64U << 20;
// Of so many files it is remembered what they were.
constexpr std::size_t kMostLookedAt = 1'000;
// Readers of PDF allow what a mail program put before the file (ISO 32000-1, note 13 of appendix H).
constexpr std::size_t kHeaderWithin = 1'024;  // bytes

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, kHeaderWithin).find("%PDF-") != std::string_view::npos;
}

bool is_png(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1A\n");
}

}  // namespace

std::string_view to_string(PictureObstacle obstacle) {
  constexpr std::array<std::string_view, 6> kNames = {"not_a_pdf", "no_program", "gone",
                                                      "changed",   "no_page",    "not_drawn"};
  return kNames[static_cast<std::size_t>(obstacle)];
}

std::optional<PictureObstacle> PagePictures::obstacle(const store::DocumentRecord& document) {
  const auto state = state_of(document.source);
  if (!state) return PictureObstacle::gone;
  std::optional<LookedAt> found;
  {
    const std::lock_guard lock(mutex_);
    const auto known = looked_at_.find(document.source);
    if (known != looked_at_.end() && known->second.state == *state) found = known->second;
  }
  if (!found) {
    const auto bytes = system::read_file(document.source, kLargestFile);
    if (!bytes) return PictureObstacle::gone;
    found = LookedAt{*state, sha256(*bytes), is_pdf(*bytes)};
    const std::lock_guard lock(mutex_);
    if (looked_at_.size() >= kMostLookedAt) looked_at_.clear();
    looked_at_[document.source] = *found;
  }
  if (const auto difference = compare(*found, document)) return difference;
  if (!system::find_program("pdftoppm")) return PictureObstacle::no_program;
  return std::nullopt;
}

std::variant<std::shared_ptr<const std::string>, PictureObstacle> PagePictures::draw(
    const store::DocumentRecord& document, int page) {
  if (const auto why = obstacle(document)) return *why;
  const std::pair key{document.content_hash, page};
  if (auto kept = find_kept(key)) return kept;
  const auto bytes = system::read_file(document.source, kLargestFile);
  if (!bytes) return PictureObstacle::gone;
  // What is drawn are these bytes, whatever becomes of the file meanwhile.
  if (const auto why = compare({{}, sha256(*bytes), is_pdf(*bytes)}, document)) return *why;
  const system::UnnamedFile file(*bytes);
  const auto program = system::find_program("pdftoppm");
  if (!program) return PictureObstacle::no_program;
  const std::string number = std::to_string(page);
  system::ChildResult run =
      system::run_child({*program, "-q", "-png", "-f", number, "-l", number, "-singlefile", "-scale-to",
                         std::to_string(kPictureSize), "/dev/fd/3"},
                        kLimits, file.descriptor());
  constexpr int kNoSuchPage = 99;  // "wrong page range given"
  if (run.end == system::ChildEnd::not_started) return PictureObstacle::no_program;
  if (run.end == system::ChildEnd::exited && run.code == kNoSuchPage) return PictureObstacle::no_page;
  if (run.end != system::ChildEnd::exited || run.code != 0 || !is_png(run.output))
    return PictureObstacle::not_drawn;
  auto picture = std::make_shared<const std::string>(std::move(run.output));
  keep(key, picture);
  return picture;
}

std::string PagePictures::version(const store::DocumentRecord& document) {
  constexpr std::size_t kTellingDigits = 16;
  return document.content_hash.substr(0, kTellingDigits);
}

std::optional<PagePictures::FileState> PagePictures::state_of(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  constexpr std::int64_t kSecond = 1'000'000'000;
  return FileState{status.st_ino, static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec};
}

std::optional<PictureObstacle> PagePictures::compare(const LookedAt& found,
                                                     const store::DocumentRecord& document) {
  if (found.content_hash != document.content_hash) return PictureObstacle::changed;
  if (!found.is_pdf) return PictureObstacle::not_a_pdf;
  return std::nullopt;
}

std::shared_ptr<const std::string> PagePictures::find_kept(const std::pair<std::string, int>& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(kept_, key, &Kept::key);
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return found->picture;
}

void PagePictures::keep(std::pair<std::string, int> key, std::shared_ptr<const std::string> picture) {
  const std::lock_guard lock(mutex_);
  if (std::ranges::find(kept_, key, &Kept::key) != kept_.end()) return;  // another was as quick
  kept_bytes_ += picture->size();
  kept_.push_front({key, std::move(picture)});
  while (kept_bytes_ > most_kept_ && !kept_.empty()) {
    kept_bytes_ -= kept_.back().picture->size();
    kept_.pop_back();
  }
}

}  // namespace vraagbaak::web

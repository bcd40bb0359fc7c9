// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "store/records.h"
#include "system/child_process.h"

namespace vraagbaak::web {

// Why a page cannot be shown as a picture.
enum class PictureObstacle : std::uint8_t {
  not_a_pdf,
  no_program,  // pdftoppm is not installed
  gone,        // the file cannot be read any more
  changed,     // the file no longer has the bytes that were indexed
  no_page,     // the PDF has no such page
  not_drawn,   // damaged, or it asks for more time, memory or room than is safe
};

std::string_view to_string(PictureObstacle obstacle);

// The pages of indexed PDFs as they look on paper. Drawn by poppler's pdftoppm in a process of its own with
// bounded time, memory and output, from bytes that are the ones that were indexed; the last ones are kept.
// Only the file that the record names is ever read. Safe to share between threads.
class PagePictures {
 public:
  // `kept`: bytes of pictures that are kept.
  explicit PagePictures(std::size_t kept = 32U << 20) : most_kept_(kept) {}
  PagePictures(const PagePictures&) = delete;
  PagePictures& operator=(const PagePictures&) = delete;

  // Whether pages of that document can be drawn, as far as that shows without drawing; nullopt where they
  // can. Reads the file only where it is another than at the last look.
  std::optional<PictureObstacle> obstacle(const store::DocumentRecord& document);

  // A page, from 1, as PNG; the longer side has kPictureSize pixels.
  std::variant<std::shared_ptr<const std::string>, PictureObstacle> draw(
      const store::DocumentRecord& document, int page);

  // Tells one state of a document's pictures from another; part of their address.
  static std::string version(const store::DocumentRecord& document);

 private:
  // What a file is at the moment, without reading it.
  struct FileState {
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t changed_ns = 0;
    friend auto operator<=>(const FileState&, const FileState&) = default;
  };
  // What was found when it was read.
  struct LookedAt {
    FileState state;
    std::string content_hash;  // SHA-256
    bool is_pdf = false;
  };
  struct Kept {
    std::pair<std::string, int> key;  // content hash and page
    std::shared_ptr<const std::string> picture;
  };

  static std::optional<FileState> state_of(const std::string& file);
  static std::optional<PictureObstacle> compare(const LookedAt& found, const store::DocumentRecord& document);
  std::shared_ptr<const std::string> find_kept(const std::pair<std::string, int>& key);
  void keep(std::pair<std::string, int> key, std::shared_ptr<const std::string> picture);

  const std::size_t most_kept_;
  std::mutex mutex_;  // guards what follows
  std::map<std::string, LookedAt> looked_at_;
  std::list<Kept> kept_;  // the last one used first
  std::size_t kept_bytes_ = 0;
};

}  // namespace vraagbaak::web

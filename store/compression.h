// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::store {

// Phrases that frames refer to, so that short contents pack as well as long ones. A frame is unpacked with
// the book that it was packed with. Immutable; safe to share between threads.
class PhraseBook {
 public:
  // As learn() gave it. Throws DamagedBytes (store/packed_bytes.h) where `bytes` are no such book.
  explicit PhraseBook(std::string bytes);
  ~PhraseBook();
  PhraseBook(const PhraseBook&) = delete;
  PhraseBook& operator=(const PhraseBook&) = delete;

  // store/common_words.txt: words and phrases that are common in papers of this kind, and the names of our
  // rules, the most common last. That file is part of the format: with other words comes another
  // kSchemaVersion.
  static const PhraseBook& common();
  // A book of the phrases that those texts have in common, of `size` bytes at most; the same texts make the
  // same book. nullopt where they are too few or too short to say.
  static std::optional<std::string> learn(const std::vector<std::string>& texts, std::size_t size);

  // What frames call it by; 0: common().
  std::uint32_t id() const { return id_; }
  const std::string& bytes() const { return bytes_; }

 private:
  friend std::string compress(std::string_view content, const PhraseBook& phrases);
  friend std::string decompress(std::string_view frame, const PhraseBook& phrases);
  struct CommonTag {};
  explicit PhraseBook(CommonTag);
  struct Prepared;
  std::string bytes_;
  std::uint32_t id_ = 0;
  std::unique_ptr<Prepared> prepared_;
};

// The content as one zstd frame with its length and a checksum. Any thread may call it.
std::string compress(std::string_view content, const PhraseBook& phrases = PhraseBook::common());

// The inverse. Throws DamagedBytes where the frame is not whole, or was packed with another book.
std::string decompress(std::string_view frame, const PhraseBook& phrases = PhraseBook::common());

// The id of the book that the frame was packed with; 0 for any bytes that are no frame.
std::uint32_t book_of(std::string_view frame);

}  // namespace vraagbaak::store

// SPDX-License-Identifier: EUPL-1.2
#include "store/compression.h"

#define ZDICT_STATIC_LINKING_ONLY  // for a trainer that takes a fixed time: the plain one tries five times as
                                   // long
#include <zdict.h>
#include <zstd.h>

#include <memory>
#include <mutex>
#include <new>
#include <span>

#include "model/embedded_file.h"
#include "store/packed_bytes.h"

namespace vraagbaak::store::embedded {
std::span<const EmbeddedFile> embedded_files();
}

namespace vraagbaak::store {
namespace {

// Higher levels are up to four times as slow on blocks of this size and save less than 4 % of their bytes.
constexpr int kLevel = 3;

// More than any block can hold: a text has 8 MiB, and what is found in it is bounded, too. Keeps a damaged
// frame from asking for all memory.
constexpr unsigned long long kLargestContent = 1ULL << 30;

template <auto Free>
struct Freer {
  template <typename Held>
  void operator()(Held* held) const {
    Free(held);
  }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, Freer<ZSTD_freeCCtx>>;
using Decompressor = std::unique_ptr<ZSTD_DCtx, Freer<ZSTD_freeDCtx>>;
using CompressingBook = std::unique_ptr<ZSTD_CDict, Freer<ZSTD_freeCDict>>;
using DecompressingBook = std::unique_ptr<ZSTD_DDict, Freer<ZSTD_freeDDict>>;

// What zstd makes, or no memory: nothing else can fail there.
template <typename Handle>
Handle made(decltype(std::declval<Handle>().get()) handle) {
  if (handle == nullptr) throw std::bad_alloc();
  return Handle(handle);
}

std::string_view common_words() {
  for (const EmbeddedFile& file : embedded::embedded_files())
    if (file.name == "common_words.txt") return file.content;
  throw DamagedBytes();
}

Compressor make_compressor() {
  auto context = made<Compressor>(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  return context;
}

}  // namespace

struct PhraseBook::Prepared {
  explicit Prepared(const std::string& bytes) : unpacking(ZSTD_createDDict(bytes.data(), bytes.size())) {
    if (unpacking == nullptr) throw DamagedBytes();
  }

  const ZSTD_CDict* for_packing(const std::string& bytes) {
    std::call_once(
        once, [&] { packing = made<CompressingBook>(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel)); });
    return packing.get();
  }

  DecompressingBook unpacking;
  std::once_flag once;      // a reader packs nothing,
  CompressingBook packing;  // and this takes a thousand times as long to make
};

PhraseBook::PhraseBook(std::string bytes) : bytes_(std::move(bytes)) {
  id_ = ZSTD_getDictID_fromDict(bytes_.data(), bytes_.size());
  if (id_ == 0) throw DamagedBytes();
  prepared_ = std::make_unique<Prepared>(bytes_);
}

PhraseBook::PhraseBook(CommonTag) : bytes_(common_words()), prepared_(std::make_unique<Prepared>(bytes_)) {}

PhraseBook::~PhraseBook() = default;

const PhraseBook& PhraseBook::common() {
  static const PhraseBook book{CommonTag()};
  return book;
}

std::optional<std::string> PhraseBook::learn(const std::vector<std::string>& texts, std::size_t size) {
  std::string joined;
  std::vector<std::size_t> sizes;
  for (const std::string& text : texts) {
    joined += text;
    sizes.push_back(text.size());
  }
  ZDICT_fastCover_params_t parameters{};
  parameters.k = 256;    // bytes of a phrase, at most, and of what is counted in it: other values make
  parameters.d = 8;      // books that differ by 1 %
  parameters.f = 18;     // of a table of counts, as bits: 1 MiB
  parameters.accel = 2;  // looks at every other place, in half the time
  parameters.zParams.compressionLevel = kLevel;
  std::string bytes(size, '\0');
  const std::size_t made =
      ZDICT_trainFromBuffer_fastCover(bytes.data(), bytes.size(), joined.data(), sizes.data(),
                                      static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(made) != 0) return std::nullopt;
  bytes.resize(made);
  return bytes;
}

std::string compress(std::string_view content, const PhraseBook& phrases) {
  thread_local const Compressor context = make_compressor();  // costs more to make than a block to compress
  ZSTD_CCtx_refCDict(context.get(), phrases.prepared_->for_packing(phrases.bytes_));
  std::string frame(ZSTD_compressBound(content.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), frame.data(), frame.size(), content.data(), content.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // nothing else can fail here
  frame.resize(size);
  frame.shrink_to_fit();
  return frame;
}

std::string decompress(std::string_view frame, const PhraseBook& phrases) {
  thread_local const auto context = made<Decompressor>(ZSTD_createDCtx());
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kLargestContent) throw DamagedBytes();  // so are the values that say that it is not known
  std::string content(size, '\0');
  const std::size_t got =
      ZSTD_decompress_usingDDict(context.get(), content.data(), content.size(), frame.data(), frame.size(),
                                 phrases.prepared_->unpacking.get());
  if (got != size) throw DamagedBytes();
  return content;
}

std::uint32_t book_of(std::string_view frame) {
  return ZSTD_getDictID_fromFrame(frame.data(), frame.size());
}

}  // namespace vraagbaak::store

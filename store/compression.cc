// SPDX-License-Identifier: EUPL-1.2
#include "store/compression.h"

#include <zstd.h>

#include <memory>
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

template <typename Context, auto Free>
struct Freer {
  void operator()(Context* context) const { Free(context); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, Freer<ZSTD_CCtx, ZSTD_freeCCtx>>;
using Decompressor = std::unique_ptr<ZSTD_DCtx, Freer<ZSTD_DCtx, ZSTD_freeDCtx>>;

std::string_view common_words() {
  for (const EmbeddedFile& file : embedded::embedded_files())
    if (file.name == "common_words.txt") return file.content;
  throw DamagedBytes();
}

Compressor make_compressor() {
  Compressor context(ZSTD_createCCtx());
  if (context == nullptr) throw std::bad_alloc();
  const std::string_view words = common_words();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  if (ZSTD_isError(ZSTD_CCtx_loadDictionary(context.get(), words.data(), words.size())) != 0)
    throw std::bad_alloc();
  return context;
}

Decompressor make_decompressor() {
  Decompressor context(ZSTD_createDCtx());
  if (context == nullptr) throw std::bad_alloc();
  const std::string_view words = common_words();
  if (ZSTD_isError(ZSTD_DCtx_loadDictionary(context.get(), words.data(), words.size())) != 0)
    throw std::bad_alloc();
  return context;
}

}  // namespace

std::string compress(std::string_view content) {
  thread_local const Compressor context = make_compressor();  // costs more to make than a block to compress
  std::string frame(ZSTD_compressBound(content.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), frame.data(), frame.size(), content.data(), content.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // nothing else can fail here
  frame.resize(size);
  frame.shrink_to_fit();
  return frame;
}

std::string decompress(std::string_view frame) {
  thread_local const Decompressor context = make_decompressor();
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kLargestContent) throw DamagedBytes();  // so are the values that say that it is not known
  std::string content(size, '\0');
  const std::size_t got =
      ZSTD_decompressDCtx(context.get(), content.data(), content.size(), frame.data(), frame.size());
  if (got != size) throw DamagedBytes();
  return content;
}

}  // namespace vraagbaak::store

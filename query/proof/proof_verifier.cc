// SPDX-License-Identifier: EUPL-1.2
#include "query/proof/proof_verifier.h"

#include <algorithm>

#include "digest/sha256.h"
#include "model/offset_map.h"

namespace vraagbaak::query {

namespace {

std::string_view slice(std::string_view text, const OffsetMap& map, std::size_t start, std::size_t end) {
  const std::size_t begin = map.byte_at(start);
  return text.substr(begin, std::max(map.byte_at(end), begin) - begin);
}

// The first byte at which both differ, never within a character of `a`.
std::size_t first_difference(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  while (at > 0 && at < a.size() && (static_cast<unsigned char>(a[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

ProofCheck differing(ProofState state, std::string_view was, std::size_t start, std::string_view now) {
  const std::size_t at = first_difference(was, now);
  return {state, start + count_code_points(was.substr(0, at)),
          std::string(now.substr(std::min(at, now.size())))};
}

}  // namespace

std::string_view to_string(ProofState state) {
  switch (state) {
    case ProofState::holds:
      return "holds";
    case ProofState::changed_elsewhere:
      return "changed_elsewhere";
    case ProofState::moved:
      return "moved";
    case ProofState::changed:
      return "changed";
    case ProofState::missing:
      return "missing";
    case ProofState::altered:
      break;
  }
  return "altered";
}

ProofCheck check_place(const ProofPlace& place, std::string_view text) {
  const OffsetMap map(text);
  const std::string_view quote = slice(text, map, place.quote_start, place.quote_end);
  const std::string_view found = slice(text, map, place.start, place.end);
  const bool stands = quote == place.quote && found == place.text;
  const bool is_same = sha256(text) == place.text_sha256;
  if (stands) return {is_same ? ProofState::holds : ProofState::changed_elsewhere, 0, ""};
  if (is_same) {
    return quote != place.quote ? differing(ProofState::altered, place.quote, place.quote_start, quote)
                                : differing(ProofState::altered, place.text, place.start, found);
  }
  const std::size_t elsewhere = place.quote.empty() ? std::string_view::npos : text.find(place.quote);
  if (elsewhere != std::string_view::npos) return {ProofState::moved, map.code_point_at(elsewhere), ""};
  return differing(ProofState::changed, place.quote, place.quote_start, quote);
}

}  // namespace vraagbaak::query

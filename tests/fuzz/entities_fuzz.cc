// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/entity_finder.h"
#include "analysis/text/segmenter.h"
#include "tests/fuzz/fuzz_target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  static const analysis::EntityFinder finder(analysis::DictionarySource::built_in());
  static const analysis::Segmenter segmenter(analysis::DictionarySource::built_in());
  const std::string_view text = fuzz::as_text(data, size);
  const EntityList names = finder.find(text, segmenter.segment(text));
  std::size_t at = 0;
  for (const Mention& mention : names.mentions) {
    fuzz::require(
        mention.span.begin >= at && mention.span.begin < mention.span.end && mention.span.end <= size,
        "mentions are in order, none inside another");
    fuzz::require(mention.entity < names.entities.size(), "a mention is of an entity");
    at = mention.span.end;
  }
  for (const Entity& entity : names.entities) fuzz::require(!entity.name.empty(), "an entity has a name");
  return 0;
}

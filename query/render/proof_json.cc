// SPDX-License-Identifier: EUPL-1.2
#include "query/render/proof_json.h"

#include "query/answer/snippet.h"
#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

Json place_json(const ProofPlace& place) {
  Json json;
  json["document"] = place.document;
  json["source"] = place.source;
  json["source_sha256"] = place.source_sha256;
  json["text_sha256"] = place.text_sha256;
  json["text"] = place.text;
  json["start"] = place.start;
  json["end"] = place.end;
  json["quote"] = place.quote;
  json["quote_start"] = place.quote_start;
  json["quote_end"] = place.quote_end;
  return json;
}

// The members of an object that was read, each of the kind it must have; a fault is kept.
class Members {
 public:
  explicit Members(const Json& object) : object_(object) {}

  std::string text(const char* key) {
    const auto found = object_.find(key);
    if (found == object_.end() || !found->is_string()) return fault(key), "";
    return found->get<std::string>();
  }
  std::size_t number(const char* key) {
    const auto found = object_.find(key);
    if (found == object_.end() || !found->is_number_unsigned()) return fault(key), 0;
    return found->get<std::size_t>();
  }
  const std::string& missing() const { return missing_; }

 private:
  void fault(const char* key) {
    if (missing_.empty()) missing_ = key;
  }
  const Json& object_;
  std::string missing_;
};

constexpr const char* kMend = "give a file that ask --proof or check --proof wrote";

}  // namespace

std::string proof_json(const Proof& proof) {
  Json json;
  json["program"] = proof.program;
  json["proof"] = Json::array();
  for (const ProofItem& item : proof.items) {
    Json line;
    line["kind"] = item.kind;
    line["input"] = item.input;
    line["outcome"] = item.outcome;
    if (!item.value.empty()) {
      line["value"] = item.value;
      line["unit"] = item.unit;
    }
    if (item.place) line["place"] = place_json(*item.place);
    json["proof"].push_back(std::move(line));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Proof> read_proof(std::string_view text, const std::string& name) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return Problem{name, "is no JSON", kMend};
  const auto items = json.is_object() ? json.find("proof") : json.end();
  if (!json.is_object() || items == json.end() || !items->is_array())
    return Problem{name, "is no proof", kMend};
  Proof proof;
  Members top(json);
  proof.program = top.text("program");
  if (!top.missing().empty()) return Problem{name, "is no proof", kMend};
  for (const Json& line : *items) {
    const std::string where = name + ", item " + std::to_string(proof.items.size() + 1);
    if (!line.is_object()) return Problem{where, "is no object", kMend};
    Members members(line);
    ProofItem item;
    item.kind = members.text("kind");
    item.input = members.text("input");
    item.outcome = members.text("outcome");
    if (line.contains("value")) {
      item.value = members.text("value");
      item.unit = members.text("unit");
    }
    if (!members.missing().empty()) return Problem{where, members.missing() + " is missing", kMend};
    if (const auto place = line.find("place"); place != line.end()) {
      if (!place->is_object()) return Problem{where, "place is no object", kMend};
      Members at(*place);
      ProofPlace read;
      read.document = at.text("document");
      read.source = at.text("source");
      read.source_sha256 = at.text("source_sha256");
      read.text_sha256 = at.text("text_sha256");
      read.text = at.text("text");
      read.start = at.number("start");
      read.end = at.number("end");
      read.quote = at.text("quote");
      read.quote_start = at.number("quote_start");
      read.quote_end = at.number("quote_end");
      if (!at.missing().empty()) return Problem{where, at.missing() + " is missing", kMend};
      item.place = std::move(read);
    }
    proof.items.push_back(std::move(item));
  }
  return proof;
}

std::string proof_check_json(const ProofItem& item, std::string_view against, const ProofCheck& check) {
  Json json;
  json["state"] = to_string(check.state);
  json["against"] = against;
  json["kind"] = item.kind;
  json["input"] = item.input;
  json["outcome"] = item.outcome;
  if (!item.place) return dump(json);
  json["document"] = item.place->document;
  json["start"] = item.place->quote_start;
  json["end"] = item.place->quote_end;
  json["quote"] = item.place->quote;
  if (check.state == ProofState::moved) json["now_start"] = check.start;
  if (check.state == ProofState::changed || check.state == ProofState::altered) {
    json["differs_at"] = check.start;
    json["now"] = check.now;
  }
  return dump(json);
}

std::string proof_check_text(const ProofItem& item, std::string_view against, const ProofCheck& check,
                             const Style& style) {
  constexpr std::size_t kShown = 160;  // bytes of what stands there now
  const auto says = [&]() -> std::string {
    switch (check.state) {
      case ProofState::holds:
        return "holds";
      case ProofState::changed_elsewhere:
        return "the document has changed; the quote still stands";
      case ProofState::moved:
        return "the document has changed; the quote now stands at character " + std::to_string(check.start);
      case ProofState::changed:
        return "the quote has changed from character " + std::to_string(check.start);
      case ProofState::missing:
        return "the document is not there";
      case ProofState::altered:
        break;
    }
    return "the document is the same and never said this: the proof differs from character " +
           std::to_string(check.start);
  };
  const bool good = check.state == ProofState::holds;
  std::string out = (good ? style.good(says()) : style.bad(says())) + "  ";
  if (!item.place) return out + printable(item.input) + "\n";
  out += style.place(printable(item.place->document)) + " (" + std::string(against) + ")\n";
  out += "   " + printable(item.input) + "\n   " + printable(item.place->quote) + "\n";
  if (check.state == ProofState::changed || check.state == ProofState::altered)
    out += "   now: " + printable(make_snippet(check.now, {}, kShown)) + "\n";
  return out;
}

}  // namespace vraagbaak::query::render

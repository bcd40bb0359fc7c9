// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/qrva_reader.h"

#include <string_view>
#include <utility>

#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {
namespace {

class Writer {
 public:
  explicit Writer(const QrvaFields& fields) : fields_(fields) {}

  SourceText write() {
    head();
    composer_.set_language("nl");
    half("VRAAG", {"TEXTQN"});
    half("ANTWOORD", {"TEXTA1N", "TEXTA2N", "TEXTA3N"});
    composer_.set_language("fr");
    half("QUESTION", {"TEXTQF"});
    half("REPONSE", {"TEXTA1F", "TEXTA2F", "TEXTA3F"});
    return composer_.finish();
  }

 private:
  std::string_view field(const std::string& name) const {
    const auto found = fields_.find(name);
    return found == fields_.end() ? std::string_view() : std::string_view(found->second);
  }

  void line(std::string_view label, std::string_view value) {
    if (value.empty()) return;
    composer_.text(label);
    composer_.text(": ");
    composer_.text(value);
    composer_.end_line();
  }

  void head() {
    Metadata& metadata = composer_.metadata();
    metadata.type = "schriftelijke_vraag";
    metadata.title = field("TITN");
    metadata.author = author();
    metadata.addressee = field("DEPTN");
    metadata.number = field("SDOCNAME");
    const std::string_view day = field("DEPOTDAT");
    if (day.size() >= 8) {
      metadata.date =
          PartialDate::parse_iso(std::string(day.substr(0, 4)) + "-" + std::string(day.substr(4, 2)) + "-" +
                                 std::string(day.substr(6, 2)));
    }
    composer_.text("SCHRIFTELIJKE VRAAG EN ANTWOORD");
    composer_.end_paragraph();
    line("Document", field("SDOCNAME"));
    if (metadata.date) line("Datum", metadata.date->iso());
    line("Vraag van", field("AUT"));
    line("Aan", field("DEPTN"));
    line("Onderwerp", field("TITN"));
    composer_.set_language("fr");
    line("Objet", field("TITF"));
    composer_.end_paragraph();
  }

  // "Calomne Gautier, MR" or with the party in brackets.
  std::string author() const {
    const std::string_view all = field("AUT");
    return std::string(all.substr(0, all.find_first_of(",(")));
  }

  void half(std::string_view header, const std::vector<std::string>& names) {
    bool headed = false;
    for (const std::string& name : names) {
      std::string_view rest = field(name);
      if (rest.empty()) continue;
      if (!headed) {
        composer_.text(header);
        composer_.end_paragraph();
        headed = true;
      }
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        composer_.text(rest.substr(0, end));
        composer_.end_line();
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      composer_.end_paragraph();
    }
  }

  const QrvaFields& fields_;
  TextComposer composer_;
};

}  // namespace

bool is_qrva(const QrvaFields& fields) {
  return fields.contains("TEXTQN") || fields.contains("TEXTQF") ||
         (fields.contains("SDOCNAME") && (fields.contains("TITN") || fields.contains("TITF")));
}

SourceText write_qrva(const QrvaFields& fields) {
  return Writer(fields).write();
}

}  // namespace vraagbaak::indexer

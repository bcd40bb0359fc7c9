// SPDX-License-Identifier: EUPL-1.2
// Makes kindred-words.nl.tsv: vb_make_kindred_words OUTPUT. Run by the build, after the word list is made,
// which decides over stems; not part of the program.
#include <fstream>
#include <iostream>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "model/error.h"
#include "query/understand/kindred_words.h"

int main(int argument_count, char** arguments) {
  using namespace vraagbaak;
  if (argument_count != 2) {
    std::cerr << "usage: vb_make_kindred_words OUTPUT\n";
    return 2;
  }
  try {
    const auto dictionaries = analysis::DictionarySource::built_in();
    const analysis::Analyzer analyzer(dictionaries);
    std::ofstream file(arguments[1], std::ios::binary);
    file << query::KindredWords::make_table(dictionaries, analyzer);
    if (file.flush().good()) return 0;
    std::cerr << arguments[1] << ": cannot be written: check the folder and the room on the disk\n";
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
  }
  return 2;
}

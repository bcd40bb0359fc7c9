// SPDX-License-Identifier: EUPL-1.2
// Builds a plain SQLite FTS5 index of the .txt files below a folder, a row a paragraph: what bench/compare
// sets Vraagbaak's builds beside. unicode61, the text included, one transaction, WAL, synchronous off. Adds
// to an index that is there. usage: fts5_build FOLDER INDEX
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(sqlite3* db, const char* what) {
  std::fprintf(stderr, "fts5_build: %s: %s\n", what, sqlite3_errmsg(db));
  std::exit(2);
}

void run(sqlite3* db, const char* sql) {
  if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(db, sql);
}

std::vector<fs::path> text_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(fs::file_size(file), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The next paragraph of `text` from `at` on, which goes behind it: up to a line without letters.
std::string_view next_paragraph(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  for (std::size_t line = text.find('\n', at); line != std::string_view::npos; line = text.find('\n', line)) {
    const std::size_t next = text.find_first_not_of(" \t", ++line);
    if (next != std::string_view::npos && text[next] != '\n') continue;
    at = std::min(text.size(), next == std::string_view::npos ? next : next + 1);
    return text.substr(begin, line - 1 - begin);
  }
  at = text.size();
  return text.substr(begin);
}

void insert_paragraphs(sqlite3* db, const fs::path& folder) {
  sqlite3_stmt* insert = nullptr;
  if (sqlite3_prepare_v2(db, "INSERT INTO paragraph VALUES(?, ?)", -1, &insert, nullptr) != SQLITE_OK)
    fail(db, "INSERT");
  for (const fs::path& file : text_files(folder)) {
    const std::string text = content(file);
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view paragraph = next_paragraph(text, at);
      if (is_blank(paragraph)) continue;
      sqlite3_bind_text(insert, 1, file.c_str(), -1, SQLITE_STATIC);
      sqlite3_bind_text(insert, 2, paragraph.data(), static_cast<int>(paragraph.size()), SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) fail(db, "INSERT");
      sqlite3_reset(insert);
    }
  }
  sqlite3_finalize(insert);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || !fs::is_directory(argv[1])) {
    std::fputs("usage: fts5_build FOLDER INDEX\n", stderr);
    return 2;
  }
  sqlite3* db = nullptr;
  if (sqlite3_open(argv[2], &db) != SQLITE_OK) fail(db, argv[2]);
  run(db,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN;"
      "CREATE VIRTUAL TABLE IF NOT EXISTS paragraph USING fts5(file UNINDEXED, text, tokenize = "
      "'unicode61')");
  insert_paragraphs(db, argv[1]);
  run(db, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_close(db);
}

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "model/answer.h"
#include "store/records.h"
#include "web/server/api_request.h"
#include "web/server/html_writer.h"
#include "web/server/wording.h"

namespace vraagbaak::web {

// What every page is written with.
struct PageContext {
  const Wording& wording;
  std::string language = "nl";  // of the page
  std::string theme;            // "light", "dark"; empty: as the system has it
  std::string style_address;    // of the style sheet and the script, with their version
  std::string script_address;
  std::string icon_address;
  const ApiRequest& request;
  store::IndexCounts counts;

  std::string say(std::string_view key, std::initializer_list<std::string_view> fillings = {}) const {
    return wording.say(language, key, fillings);
  }
  // "12.345" or "12,345".
  std::string number(std::size_t value) const;
};

// The parts of a page, in the order in which it needs them.
struct PageParts {
  std::string title{};            // before "– Vraagbaak"; empty: that alone
  std::string feed{};             // address of an Atom feed; empty: none
  std::string layout = "single";  // class of the main element: "single", "paired", "wide"
  std::string refresh{};          // after how many seconds the page is asked for again; empty: never
};

// A whole page: head, navigation, `main` in the middle, footer.
std::string write_page(const PageContext& context, const PageParts& parts,
                       const std::function<void(HtmlWriter&)>& main);

// The address of this request with other parameters: one is replaced, or left out where its value is empty.
std::string changed_address(const ApiRequest& request,
                            std::initializer_list<std::pair<std::string_view, std::string>> changes);

// The address of the place in its document.
std::string place_address(const Citation& citation);
std::string place_address(std::string_view document, std::size_t start, std::size_t end);

// A page that says that there is no index at `db` yet, how to make one, and that looks again by itself after
// `seconds`. `is_building`: it is being made.
std::string write_waiting_page(const PageContext& context, std::string_view db, bool is_building,
                               std::string_view seconds);

// A page that says what went wrong.
std::string write_refusal_page(const PageContext& context, const Refusal& refusal);

}  // namespace vraagbaak::web

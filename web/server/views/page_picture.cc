// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/page_picture.h"

#include <string>

#include "web/server/views/marked_text.h"

namespace vraagbaak::web {

void write_page_picture(HtmlWriter& html, const PageContext& context, const store::DocumentRecord& document,
                        int page) {
  const std::string number = std::to_string(page);
  const std::string address =
      make_url("/picture.png",
               {{"document", document.path}, {"page", number}, {"v", PagePictures::version(document)}});
  const Scope link(html, "a", {{"class", "page-picture"}, {"href", address}});
  html.empty("img", {{"src", address},
                     {"alt", context.say("picture.alt", {number})},
                     {"loading", "lazy"},
                     {"decoding", "async"}});
}

void write_obstacle(HtmlWriter& html, const PageContext& context, PictureObstacle obstacle) {
  html.element("p", {{"class", "note"}, {"role", "status"}},
               context.say(joined("picture.", to_string(obstacle))));
}

void write_folded_page(HtmlWriter& html, const PageContext& context, const store::DocumentRecord& document,
                       std::optional<int> page, PagePictures& pictures) {
  if (!page) return;
  const auto obstacle = pictures.obstacle(document);
  if (obstacle == PictureObstacle::not_a_pdf) return;
  const Scope details(html, "details", {{"class", "folded-page"}});
  html.element("summary", {}, context.say("picture.page", {std::to_string(*page)}));
  if (obstacle) {
    write_obstacle(html, context, *obstacle);
  } else {
    write_page_picture(html, context, document, *page);
  }
}

}  // namespace vraagbaak::web

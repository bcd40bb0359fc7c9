// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "store/records.h"
#include "web/server/page_pictures.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// A page of a PDF, from 1, as a picture that the browser fetches once it comes into sight, linked to itself.
void write_page_picture(HtmlWriter& html, const PageContext& context, const store::DocumentRecord& document,
                        int page);

// Why there are no pictures, and what helps.
void write_obstacle(HtmlWriter& html, const PageContext& context, PictureObstacle obstacle);

// The page that a place stands on, folded away, or why it cannot be shown; nothing where the document has no
// pages or is no PDF.
void write_folded_page(HtmlWriter& html, const PageContext& context, const store::DocumentRecord& document,
                       std::optional<int> page, PagePictures& pictures);

}  // namespace vraagbaak::web

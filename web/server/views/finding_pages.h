// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "query/conflict/conflict.h"
#include "query/trend/trend.h"
#include "query/unanswered/unanswered_lister.h"
#include "web/server/views/list_pages.h"

namespace vraagbaak::web {

// What only shows when documents are laid side by side.

// A chart and a table for each series; the box alone where nothing was asked yet.
std::string write_trend_page(const PageContext& context, const Part<query::TrendSeries>& series);

std::string write_conflicts_page(const PageContext& context, const Part<query::Conflict>& conflicts);
std::string write_unanswered_page(const PageContext& context, const Part<query::OpenQuestion>& questions);

}  // namespace vraagbaak::web

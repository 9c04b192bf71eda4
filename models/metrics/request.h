// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/source.h"

#include <QNetworkRequest>

namespace warroom::metrics {

/// A request to the source with its headers, credentials and certificates as they are at this moment. Errors of
/// reveal(), and BadSource where a file holds no certificate or no key.
Result<QNetworkRequest> requestTo(const Source& source, const QString& path);

} // namespace warroom::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom::report {

/// The text of resources/templates/NAME.mustache.
QString builtInTemplate(const QString& name);

} // namespace warroom::report

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "runbook/route.h"

#include <QDate>

namespace warroom::desk {

/// The runbooks that a team has, found without a network.
class RunbookShelf
{
public:
    struct Entry {
        QString id;
        QString title;
        QString source; ///< The file, and the folder it is in.
        QStringList spellings; ///< What it is found by besides its title.
        bool isTree = false; ///< A drawing that asks, walked question by question.
        QDate reviewed = {}; ///< When somebody last looked at it; invalid where it does not say.
    };

    virtual ~RunbookShelf() = default;

    /// Those that are known by now; reading them all may still go on.
    virtual std::vector<Entry> entries() const = 0;
    /// As its file is now. The error is why it cannot be read.
    virtual Result<runbook::Route> open(const QString& id) const = 0;
};

} // namespace warroom::desk

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
    enum class Kind {
        Runbook,
        Tree, ///< A drawing that asks, walked question by question.
        Document, ///< To be read: more than one runbook, or none.
    };
    struct Entry {
        QString id;
        QString title;
        QString source; ///< The file, and the folder it is in.
        QStringList spellings; ///< What it is found by besides its title.
        QString words; ///< All that it says, as runbook::holds() reads it.
        Kind kind = Kind::Runbook;
        QDate asOf = {}; ///< When somebody last looked at it, or changed it; invalid where nobody knows.
    };

    virtual ~RunbookShelf() = default;

    /// Those that are known by now; reading them all may still go on.
    virtual std::vector<Entry> entries() const = 0;
    /// The id of the one that an alert means: by the address in its runbook_url, else by its name. Empty: none.
    virtual QString forAlert(const QString& url, const QString& alertName) const = 0;
    /// As its file is now; not of a document. The error is why it cannot be read.
    virtual Result<runbook::Route> open(const QString& id) const = 0;
    /// All that the file of it says now.
    virtual Result<runbook::Document> read(const QString& id) const = 0;
};

} // namespace warroom::desk

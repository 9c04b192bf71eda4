// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"
#include "runbook/lookup.h"

#include <map>

namespace warroom::runbook {

/// What is kept of a runbook to find it again.
struct Indexed {
    Entry entry;
    QDate asOf; ///< When it was last looked at, or changed where it does not say; invalid where nobody knows.
    QStringList headings;
    QString text; ///< Every word of it, folded, each behind a space.
    int steps = 0;
    QStringList runbooks = {}; ///< The titles of those in it, in their order; of one without steps empty.
    QStringList trees = {}; ///< The titles of its decision trees.

    /// The place of the runbook that a link to this heading means, among those with steps; of none where the heading
    /// belongs to no runbook the first one.
    std::optional<int> runbookAt(const QString& anchor) const;
};
Indexed indexed(const QString& path, const Document& document);

struct Hit {
    QString path;
    QString title;
    QString heading; ///< The one that holds the words; empty where it is the title, or the text.

    bool operator==(const Hit&) const = default;
};

/// The runbooks of a folder, found by words in their titles, headings and text.
class Index
{
public:
    void put(Indexed runbook);
    void remove(const QString& path);
    const std::map<QString, Indexed>& all() const { return m_runbooks; }

    /// Those that hold every word, or a word that begins with it, from three letters on: by title first, then by
    /// heading, then by text.
    std::vector<Hit> search(const QString& words) const;

private:
    std::map<QString, Indexed> m_runbooks; ///< By path.
};

} // namespace warroom::runbook

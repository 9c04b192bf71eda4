// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"
#include "runbook/lookup.h"

#include <map>

namespace warroom::runbook {

/// What something in a file is found by.
struct Findable {
    QString title;
    QStringList headings;
    QString words; ///< Every word of it, folded, each behind a space.
};

/// What is kept of a file to find what is in it.
struct Indexed {
    Entry entry;
    QDate asOf; ///< When it was last looked at, or changed where it does not say; invalid where nobody knows.
    std::vector<Findable> runbooks = {}; ///< In their order; of one without steps nothing.
    std::vector<Findable> trees = {};
    std::optional<Findable> text = {}; ///< All of it, where it is more or less than one runbook.

    /// The place of the runbook that a link to this heading means, among those with steps; of none where the heading
    /// belongs to no runbook the first one.
    std::optional<int> runbookAt(const QString& anchor) const;
};
Indexed indexed(const QString& path, const Document& document);

/// Whether the words of something hold every word that is looked for, or, from three letters on, one that begins so.
bool holds(const QString& words, const QString& wanted);

/// The runbook files of some folders.
class Index
{
public:
    void put(Indexed file);
    void remove(const QString& path);
    const std::map<QString, Indexed>& all() const { return m_files; }

private:
    std::map<QString, Indexed> m_files; ///< By path.
};

} // namespace warroom::runbook

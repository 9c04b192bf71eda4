// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/command.h"
#include "journal/store.h"

#include <QSet>

#include <functional>

namespace warroom::journal {

/// An act that is not in the log yet.
struct KeptAct {
    incident::Submission submission;
    QString line; ///< As it was typed.
    Instant firstKey{};

    bool operator==(const KeptAct&) const = default;
};

/// Acts that the log could not take, one line of JSON each, in a file outside the data folder until it can. Several
/// processes may use it at once. A line that cannot be read stays in the file as it is.
class Emergency
{
public:
    /// To be made while the data folder is there: the file is named after where that really is.
    explicit Emergency(const Folder& folder);

    /// On disk when this returns: the file that holds all of them, or FileUnwritable. One that it holds already is not
    /// written again.
    Result<QString> keep(const std::vector<KeptAct>& acts) const;
    /// Takes them out: they are in the log, or were refused to their author.
    void forget(const QSet<EntryId>& acts) const;

    bool isEmpty() const;
    /// In the order in which they were kept.
    std::vector<KeptAct> acts() const;

    /// Performs what is kept, but for these acts. What is in the log then leaves the file; what a rule refuses becomes
    /// a draft of its incident; what fails stays, as does all that is about an incident which this log does not have.
    /// The first failure.
    Result<void> takeIn(Store& store, const QSet<EntryId>& except = {}) const;

private:
    /// Rewrites the files without the acts that leave.
    void remove(const std::function<bool(const KeptAct&)>& leaves) const;
    bool keepAsDraft(Store& store, const KeptAct& act) const;

    Folder m_folder;
    QStringList m_files;
};

} // namespace warroom::journal

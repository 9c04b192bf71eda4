// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "journal/folder.h"

#include <QDateTime>

#include <vector>

namespace warroom::journal {

/// One copy of a log.
struct Copy {
    QString path;
    Instant taken{};
    bool operator==(const Copy&) const = default;
};

/// The copies of one log, in a folder outside the data folder: the latest ten, each checked when it was taken.
class Copies
{
public:
    static constexpr int kept = 10;
    static constexpr std::chrono::hours every{1};

    explicit Copies(QString folder) : m_folder(std::move(folder)) { }

    const QString& folder() const { return m_folder; }
    /// The latest first.
    std::vector<Copy> list() const;

    /// Takes one where the log says something that the latest copy does not, and that one is an hour old or older, or
    /// holds words that were redacted since; then every older one that holds them goes. True where one was taken.
    /// Several processes may ask at once.
    Result<bool> takeIfDue(const Folder& log, Instant now) const;

    struct Extent;

private:
    Result<void> take(const Folder& log, const Extent& present, Instant now) const;
    void prune(qint64 lastRedaction) const;

    QString m_folder;
};

/// Puts the copy in the place of the folder's log; see replaceLog(). The copy stays.
Result<QString> restore(const Copy& copy, const Folder& to, Instant now);

} // namespace warroom::journal

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/worker.h"
#include "journal/copies.h"
#include "journal/verify.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <stop_token>

namespace warroom::session {

/// What is wrong with a log.
struct Damage {
    QStringList file; ///< What SQLite has against the file.
    std::vector<journal::Flaw> entries;
    bool none() const { return file.isEmpty() && entries.empty(); }
    bool operator==(const Damage&) const = default;
};

/// Looks after a log while a window is open, on a thread of its own: reads all of it once, every page and every hash,
/// and takes a copy every hour while nothing is wrong. Lives on the window's thread.
class Caretaker : public QObject
{
    Q_OBJECT

public:
    Caretaker(journal::Folder folder, journal::Copies copies, const Clock& clock);
    ~Caretaker() override;

    /// None before the first check has ended.
    const std::optional<Damage>& damage() const { return m_damage; }
    /// Why the last copy could not be taken.
    const std::optional<Error>& copyProblem() const { return m_copyProblem; }
    /// Reads all of it again.
    void check();

Q_SIGNALS:
    void checked();
    void copyProblemChanged();

private:
    void copyIfDue();

    journal::Folder m_folder;
    journal::Copies m_copies;
    const Clock& m_clock;
    std::optional<Damage> m_damage;
    std::optional<Error> m_copyProblem;
    QTimer m_timer;
    std::stop_source m_stop;
    Worker m_worker; ///< Ends first: its jobs use the rest.
};

} // namespace warroom::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/playbooks.h"
#include "style/theme.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QButtonGroup;

namespace warroom::style {
class Chip;
class PlainLabel;
} // namespace warroom::style

namespace warroom::desk {

/// The playbooks that one can declare with, as chips. What cannot be read is shown with the reason.
class PlaybookChoice : public QWidget
{
    Q_OBJECT

public:
    /// The shelf outlives the choice. Nothing is chosen yet.
    PlaybookChoice(const session::PlaybookShelf& shelf, const style::Theme& theme, QWidget* parent);

    /// Fewer than two are no choice.
    int count() const { return int(m_all.size()); }
    /// The first that can be read. The others are looked at afterwards, one at a time.
    void chooseFirst();
    /// The one behind the chosen one, round and round.
    void chooseNext();
    /// Empty where none can be read.
    QString name() const { return m_chosen < 0 ? QString() : m_all[std::size_t(m_chosen)].name; }

Q_SIGNALS:
    void chosen(const warroom::session::LoadedPlaybook& playbook);

private:
    struct Each {
        QString name;
        style::Chip* chip;
        bool read = false;
        QString problem = {}; ///< Why it cannot be read.
    };

    void choose(int index);
    void chooseFrom(int index);
    void lookAtNext();
    void note(Each& each, const Result<session::LoadedPlaybook>& loaded);
    void showChips();
    void showProblems();

    const session::PlaybookShelf& m_shelf;
    std::vector<Each> m_all;
    QButtonGroup* m_group;
    style::PlainLabel* m_more;
    style::PlainLabel* m_problems;
    QTimer m_looking;
    int m_chosen = -1;
};

} // namespace warroom::desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "playbook/playbook.h"
#include "words/sentence.h"

#include <QIdentityProxyModel>

#include <functional>

namespace warroom::timeline {

/// The timeline in the reader's language: the words of each row beside what the model says about it, also for whoever
/// cannot see it.
class TimelineWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role {
        SentenceRole = Qt::UserRole + 1000, ///< words::Sentence, made visible.
        KindWordRole,
        PersonRole, ///< Who said it, as shown.
        MarkRole, ///< "amended", "taken back", "sensitive" or nothing.
        SearchedRole, ///< All that a search looks at.
    };

    /// What the rows are about; asked again each time.
    struct Source {
        std::function<const incident::IncidentState&()> state;
        std::function<const playbook::Playbook&()> playbook;
        std::function<std::optional<PersonId>()> me = {}; ///< Who types here; none: nobody the incident knows.
    };

    TimelineWords(QAbstractItemModel* timeline, Source source, QObject* parent);

    QVariant data(const QModelIndex& index, int role) const override;

private:
    void countDays();
    /// The row in one line, its text up to a length.
    QString spoken(const QModelIndex& index, int length) const;
    QString toolTip(const QModelIndex& index) const;

    Source m_source;
    bool m_severalDays = false;
};

} // namespace warroom::timeline

Q_DECLARE_METATYPE(warroom::words::Sentence)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <functional>
#include <vector>

namespace warroom::desk {

/// A row of a list to choose from. Its texts are plain and visible already.
struct Choice {
    QString name;
    QString what; ///< Behind it, smaller.
    QString lead; ///< The key in front; may be empty.
    QString keys; ///< The key at the end; may be empty.
    QString aside = {}; ///< A word about it at the end; may be empty.
    QColor badge = {}; ///< Ground of the name; invalid: none.
    bool possible = true; ///< Now.
};

class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    ChoiceModel(std::vector<Choice> choices, QObject* parent)
        : QAbstractListModel(parent), m_choices(std::move(choices))
    {
    }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_choices.size()); }
    QVariant data(const QModelIndex& index, int role) const override;
    const Choice& choice(int row) const { return m_choices[std::size_t(row)]; }
    /// The same rows with other words.
    void reword(std::vector<Choice> choices)
    {
        m_choices = std::move(choices);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }

private:
    std::vector<Choice> m_choices;
};

/// Paints what `choiceOf` gives for an index: "[1] P1 High · half of the users", the keys at the end.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Source = std::function<const Choice&(const QModelIndex&)>;

    ChoiceDelegate(const style::Theme& theme, Source choiceOf, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_choiceOf(std::move(choiceOf))
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCap(QPainter& painter, const QRect& where, const QString& keys) const;

    style::Theme m_theme;
    Source m_choiceOf;
};

} // namespace warroom::desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/choices.h"
#include "desk/sheet.h"

#include <QSortFilterProxyModel>

#include <functional>

namespace warroom::style {
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class PanelList;

/// Something the palette finds.
struct Found {
    Choice choice;
    QStringList spellings; ///< What it is found by besides its name.
    std::function<void()> run;
    std::function<bool(const QString& typed)> holds = {}; ///< What is found behind all the others; may be empty.
};

/// The rows that fit what was typed, the best first, else in their own order.
class FoundModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// `all` outlives the model.
    FoundModel(const std::vector<Found>& all, QObject* parent);

    void setTyped(const QString& typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const std::vector<Found>& m_all;
    std::vector<QStringList> m_texts;
    std::vector<std::optional<int>> m_misfits;
};

/// A field and a list of what can be done. Enter does the marked one.
class PaletteSheet : public Sheet
{
    Q_OBJECT

public:
    struct Texts {
        QString name; ///< Of the sheet.
        QString whatToType;
    };

    PaletteSheet(std::vector<Found> all, const Texts& texts, const style::Theme& theme, QWidget* over);

    bool isPassing() const override { return true; }
    QStringList typed() const override { return {}; }

protected:
    void confirm() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void move(int by);

    std::vector<Found> m_all;
    ChoiceModel* m_model;
    FoundModel* m_found;
    style::TextField* m_field;
    PanelList* m_list;
    QWidget* m_nothing;
};

} // namespace warroom::desk

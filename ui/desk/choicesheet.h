// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/choices.h"
#include "desk/sheet.h"

namespace warroom::style {
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class PanelList;

/// A few things to choose from by their digit. What is typed below before goes with it.
class ChoiceSheet : public Sheet
{
    Q_OBJECT

public:
    /// `textName` is what may be said with it. The row that holds now is marked at first.
    ChoiceSheet(const QString& title, const QString& textName, std::vector<Choice> choices, int now,
        const style::Theme& theme, QWidget* over);

    /// Somebody else chose meanwhile: the mark goes along unless it was moved by hand.
    void follow(std::vector<Choice> choices, int now);

Q_SIGNALS:
    /// The sheet leaves after it.
    void chosen(int row, const QString& text);

protected:
    void confirm() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int row);
    bool chooseByDigit(const QString& digit);

    ChoiceModel* m_model;
    PanelList* m_list;
    style::TextField* m_text;
    int m_now;
};

} // namespace warroom::desk

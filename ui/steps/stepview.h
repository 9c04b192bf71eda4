// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"
#include "style/theme.h"

#include <QMap>
#include <QWidget>

namespace warroom::style {
class PlainLabel;
} // namespace warroom::style

namespace warroom::steps {

/// One step of a runbook, open: what it says, its commands, what was seen at it, and what can be done with it.
class StepView : public QWidget
{
    Q_OBJECT

public:
    /// The keys as they are shown on the buttons.
    struct Keys {
        QString done;
        QString skip;
        QString seen;
        QString output;
        QString copy;
    };
    struct Shown {
        QString title; ///< "2. Find connection leaks"
        QString state; ///< Who marked it and when; may be empty.
        QString icon; ///< Of its mark.
        QStringList seen;
        QStringList outputs;
        QStringList answers; ///< Of a step that asks; empty where it does not.
        bool over = false; ///< Done or skipped.
        const runbook::Step* step = nullptr; ///< Null where only its line is left.
        QMap<QString, QString> values; ///< Of placeholders.

        bool operator==(const Shown&) const = default;
    };

    StepView(const Shown& shown, const Keys& keys, const style::Theme& theme, QWidget* parent);

    /// The time it has been open, or is left of its box; empty: none.
    void showClock(const QString& text, bool isOver);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void doneAsked();
    void answerAsked(int answer);
    void skipAsked();
    void seenAsked();
    void outputAsked();
    void copyAsked(int command);
    void linkAsked(const QString& target);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addHead(const Shown& shown);
    void addContent(const Shown& shown, const QString& copyKeys);
    void addNotes(const Shown& shown);
    void addAnswers(const QStringList& answers);
    void addButtons(const Shown& shown, const Keys& keys);

    style::Theme m_theme;
    QString m_icon;
    style::PlainLabel* m_clock = nullptr;
};

} // namespace warroom::steps

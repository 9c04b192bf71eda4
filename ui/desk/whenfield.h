// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "style/theme.h"

#include <QWidget>

#include <functional>

namespace warroom::style {
class PlainLabel;
class TextField;
} // namespace warroom::style

namespace warroom::desk {

/// A moment as the line reads one ("-8m", "14:15", "2026-01-30T23:50Z"), and beside it how it was read.
class WhenField : public QWidget
{
    Q_OBJECT

public:
    /// `name` is its accessible name. `situation` says now and the zone whenever something is typed.
    WhenField(
        const QString& name, std::function<capture::Situation()> situation, const style::Theme& theme, QWidget* parent);

    /// Fills it in; none empties it. It counts as not changed then.
    void setMoment(std::optional<Instant> moment);
    void setPlaceholder(const QString& text);
    /// Whether somebody typed another text.
    bool isChanged() const;
    bool isEmpty() const;
    /// What it holds, none where it is empty; untouched, to the millisecond what was filled in.
    Result<std::optional<Instant>> moment() const;
    /// Once a second: how long ago it is.
    void refresh();
    /// Something about it, in the colour of a warning, in the place of how it is read; empty: nothing is.
    void showDoubt(const QString& doubt);

Q_SIGNALS:
    void changed();

private:
    QString typed() const;

    style::Theme m_theme;
    std::function<capture::Situation()> m_situation;
    style::TextField* m_field;
    style::PlainLabel* m_reading;
    std::optional<Instant> m_given;
    QString m_givenText;
    QString m_doubt;
};

} // namespace warroom::desk

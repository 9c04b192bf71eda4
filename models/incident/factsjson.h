// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/event.h"
#include "incident/members.h"

#include <QJsonObject>

namespace warroom::incident {

/// What a JSON number keeps of a whole number: no moment and no number beyond it is read.
inline constexpr qint64 maxWhole = qint64(1) << 53;

/// The facts of one entry on their way to or from JSON. Reading never fails halfway: the first value that is missing
/// or of the wrong type is remembered and `sound()` turns false.
class FactsReader
{
public:
    explicit FactsReader(Members members) : m_members(std::move(members)) { }

    bool sound() const { return m_sound; }
    QString text(const char* key);
    QString textOr(const char* key, const QString& absent);
    bool flag(const char* key);
    std::optional<qint64> number(const char* key);
    /// From 0 to most.
    int count(const char* key, int most);
    std::optional<int> countIfAny(const char* key, int most);
    std::chrono::minutes minutes(const char* key);
    std::optional<std::chrono::minutes> minutesIfAny(const char* key);
    Instant instant(const char* key);
    std::optional<Instant> instantIfAny(const char* key);
    QDate date(const char* key);
    QStringList texts(const char* key);
    std::vector<QJsonObject> objects(const char* key);
    Leads leads(const char* key);

    template<typename Id> Id id(const char* key)
    {
        const std::optional<Id> read = idIfAny<Id>(key);
        m_sound = m_sound && read.has_value();
        return read.value_or(Id{});
    }
    template<typename Id> std::optional<Id> idIfAny(const char* key)
    {
        const QString word = textOr(key, {});
        const std::optional<Id> read = Id::fromText(word);
        m_sound = m_sound && (word.isEmpty() || read);
        return read;
    }
    /// One of the permanent words; `fromWord` gives none for others.
    template<typename FromWord> auto word(const char* key, FromWord fromWord)
    {
        const auto read = fromWord(text(key));
        m_sound = m_sound && read.has_value();
        return read.value_or(typename decltype(read)::value_type{});
    }
    void fail() { m_sound = false; }

private:
    QJsonValue value(const char* key) const { return m_members.value(key); }

    Members m_members;
    bool m_sound = true;
};

/// Of each step its number and those it leads to.
QJsonArray toJson(const Leads& leads);
/// None where it is no such array.
std::optional<Leads> leadsFromJson(const QJsonValue& json);
QJsonObject toJson(const AdoptedPlaybook& playbook);
AdoptedPlaybook playbookFromJson(FactsReader& facts);

QString word(NoteKind kind);
std::optional<NoteKind> noteKindFromWord(const QString& word);
QString word(Flag flag);
std::optional<Flag> flagFromWord(const QString& word);
QString word(Mark mark);
std::optional<Mark> markFromWord(const QString& word);
QString word(StepMark mark);
std::optional<StepMark> stepMarkFromWord(const QString& word);
QString word(AlertState state);
std::optional<AlertState> alertStateFromWord(const QString& word);

} // namespace warroom::incident

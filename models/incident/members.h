// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QVarLengthArray>

#include <optional>

namespace warroom::incident {

/// The members of a JSON object. As nearly every entry is stored they are texts without an escape, and those are read
/// where they stand: a long log is opened in half the time that it takes with a document of Qt for each column.
class Members
{
public:
    Members(const QJsonObject& object) : m_object(object) { } // NOLINT(google-explicit-constructor): it is the same
    /// None where it is no object. The bytes outlive what is given.
    static std::optional<Members> read(const QByteArray& json);

    /// None where there is none, or a value of another type.
    std::optional<QString> text(const char* key) const;
    /// Undefined where there is none.
    QJsonValue value(const char* key) const;

private:
    struct Plain {
        QByteArrayView key;
        QByteArrayView text;
    };
    using AllPlain = QVarLengthArray<Plain, 4>;

    explicit Members(AllPlain plain) : m_plain(std::move(plain)) { }
    static std::optional<AllPlain> plainMembers(QByteArrayView json);
    /// Null where there is none; of two under one key the last, as Qt has it.
    const Plain* plain(const char* key) const;

    AllPlain m_plain;
    QJsonObject m_object; ///< Where they are not plain.
};

} // namespace warroom::incident

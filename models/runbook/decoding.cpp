// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/decoding.h"

#include "runbook/reader.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// Control characters that no editor writes, in a sample of the bytes: a picture has many, a text hardly one.
bool isBinary(const QByteArray& bytes)
{
    const QByteArrayView sample = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 64 * 1024));
    const auto controls = std::ranges::count_if(sample, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte != 0x1b);
    });
    return controls > 0 && controls * 50 > sample.size();
}

bool startsWith(const QByteArray& bytes, QByteArrayView mark) { return QByteArrayView(bytes).startsWith(mark); }

Decoded converted(const QByteArray& bytes, QStringConverter::Encoding encoding, const QString& name)
{
    QStringDecoder decoder(encoding);
    return {decoder.decode(bytes), name, {}};
}

Decoded converted(const QByteArray& bytes)
{
    if (startsWith(bytes, "\xef\xbb\xbf"))
        return converted(bytes, QStringConverter::Utf8, u"UTF-8 with BOM"_s);
    if (startsWith(bytes, "\xff\xfe"))
        return converted(bytes, QStringConverter::Utf16LE, u"UTF-16LE"_s);
    if (startsWith(bytes, "\xfe\xff"))
        return converted(bytes, QStringConverter::Utf16BE, u"UTF-16BE"_s);
    return converted(bytes, QStringConverter::Utf8, u"UTF-8"_s);
}

bool isUtf16(const Decoded& decoded) { return decoded.encoding.startsWith("UTF-16"_L1); }

QString withLineFeeds(QString text)
{
    if (!text.contains(u'\r'))
        return text;
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

/// U+FFFD may stand in the file itself: only bytes that are no UTF-8 are a fault.
bool isInvalid(const QByteArray& bytes, const Decoded& decoded)
{
    return isUtf16(decoded) ? decoded.text.contains(QChar::ReplacementCharacter) : !bytes.isValidUtf8();
}

/// One warning for each line that holds the character.
void warnOf(Decoded& decoded, QChar character, Warning::Code code)
{
    int line = 1;
    bool warned = false;
    for (const QChar c : std::as_const(decoded.text)) {
        if (c == character && !std::exchange(warned, true))
            decoded.warnings.push_back({line, code, {}});
        if (c == u'\n') {
            ++line;
            warned = false;
        }
    }
}

} // namespace

Result<Decoded> decode(const QByteArray& bytes, const QString& fileName)
{
    if (bytes.size() > maxBytes)
        return Error{ErrorCode::FileTooLarge, fileName};
    Decoded decoded = converted(bytes);
    if (!isUtf16(decoded) && isBinary(bytes))
        return Error{ErrorCode::FileNotText, fileName};
    decoded.text = withLineFeeds(std::move(decoded.text));
    if (isInvalid(bytes, decoded))
        warnOf(decoded, QChar::ReplacementCharacter, Warning::Code::InvalidText);
    if (decoded.text.contains(QChar::Null)) {
        warnOf(decoded, QChar::Null, Warning::Code::NullCharacter);
        decoded.text.replace(QChar::Null, QChar(QChar::ReplacementCharacter));
    }
    return decoded;
}

} // namespace warroom::runbook

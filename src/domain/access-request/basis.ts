/** The national text asks that storage, use and supervision of the record are regulated; who agrees is for the agency to fix. */
export const ACCESS_BASIS = '国办发〔2018〕118号（全过程记录的存储、应用和监督管理）；调阅程序由机关规定'
/** What is learnt at work of secrets, business and private life is kept. */
export const SECRECY_BASIS = '《行政处罚法》第五十条'
/** Whoever handles personal information stays within what the duty needs. */
export const NEED_BASIS = '《个人信息保护法》第三十四条'

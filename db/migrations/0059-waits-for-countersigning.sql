COMMENT ON COLUMN app.cases.waits_for IS '正等谁办：person:<id>、role:<角色>、unit-head:<机构>、countersign:<id>；由事件投影，可重算';

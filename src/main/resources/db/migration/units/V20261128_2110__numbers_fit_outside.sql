-- Records of one government name units, posts and people of another by a number in which both stand (cn.duban.units.Outside): each part must fit.
alter table units.tenant add constraint tenant_fits_outside check (tenant < 4096);
alter table units.unit add constraint unit_fits_outside check (unit < 262144);
alter table units.post add constraint post_fits_outside check (post < 262144);
alter table units.person add constraint person_fits_outside check (person < 262144);
